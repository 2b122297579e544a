/** Names of U+00A0 to U+00FF, in order; these may stand without their semicolon. */
export const LATIN_1_ENTITIES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil ' +
  'sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute ' +
  'Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc ' +
  'atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
  'oslash ugrave uacute ucirc uuml yacute thorn yuml'

/** Further names in use, each with its character. */
export const OTHER_ENTITIES =
  "apos' OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 Yuml\u0178 fnof\u0192 circ\u02c6 tilde\u02dc ensp\u2002 emsp\u2003 thinsp\u2009 " +
  'ndash\u2013 mdash\u2014 lsquo\u2018 rsquo\u2019 sbquo\u201a ldquo\u201c rdquo\u201d bdquo\u201e dagger\u2020 Dagger\u2021 bull\u2022 ' +
  'hellip\u2026 permil\u2030 prime\u2032 Prime\u2033 lsaquo\u2039 rsaquo\u203a oline\u203e frasl\u2044 euro\u20ac trade\u2122 larr\u2190 ' +
  'uarr\u2191 rarr\u2192 darr\u2193 harr\u2194 rArr\u21d2 hArr\u21d4 forall\u2200 part\u2202 exist\u2203 empty\u2205 nabla\u2207 isin\u2208 ' +
  'prod\u220f sum\u2211 minus\u2212 radic\u221a infin\u221e cap\u2229 cup\u222a int\u222b asymp\u2248 ne\u2260 equiv\u2261 le\u2264 ge\u2265 ' +
  'alpha\u03b1 beta\u03b2 gamma\u03b3 delta\u03b4 epsilon\u03b5 lambda\u03bb mu\u03bc pi\u03c0 sigma\u03c3 tau\u03c4 phi\u03c6 omega\u03c9 ' +
  'Gamma\u0393 Delta\u0394 Theta\u0398 Lambda\u039b Pi\u03a0 Sigma\u03a3 Phi\u03a6 Omega\u03a9 spades\u2660 clubs\u2663 hearts\u2665 ' +
  'diams\u2666 check\u2713'
