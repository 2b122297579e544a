import { describe, expect, it } from 'vitest'
import { TemplateError, type TemplateErrorCode } from '../../../template-error.ts'
import { DEFAULT_BUDGET } from '../../../template-limits.ts'
import type { TemplateInputs } from '../../../template-format.ts'
import { jinja2Engine } from '../index.ts'

/** What stands for an error in the table. */
class Refusal {
  readonly code: TemplateErrorCode
  constructor(code: TemplateErrorCode) {
    this.code = code
  }
}

function outcome(source: string, inputs: TemplateInputs): string | Refusal {
  try {
    return jinja2Engine.parse(source).render(inputs, { ...DEFAULT_BUDGET, now: () => 0 })
  } catch (error) {
    if (error instanceof TemplateError) return new Refusal(error.problem.code)
    throw error
  }
}

const INPUTS: TemplateInputs = {}

describe('layout of texts', () => {
  it.each<readonly [string, string | Refusal]>([
    ["[{{ 'the\\tdon\\'t <b>\\twww.x.com\\nend.\\n-- tail-'|wordwrap(20) }}]", "[the\tdon't <b>\nwww.x.com\nend.\n-- tail-]"],
    [
      "[{{ 'www.x.com & -- tail- foo--bar super-long-hyphenated-word quick  '|wordwrap(9) }}]",
      '[www.x.com\n& --\ntail- foo\n--bar\nsuper-\nlong-hyph\nenated-\nword\nquick]',
    ],
    [
      "[{{ '-lead supercalifragilistic https://1.2.3.4:80/?q#f the -\\t'|wordwrap(4) }}]",
      '[-lea\nd su\nperc\nalif\nragi\nlist\nic h\nttps\n://1\n.2.3\n.4:8\n0/?q\n#f\nthe\n-]',
    ],
    [
      "[{{ 'supercalifragilistic end. -- end.\\n-lead quick\\ntail-\\t'|wordwrap(3) }}]",
      '[sup\nerc\nali\nfra\ngil\nist\nic \nend\n.\n-- \nend\n.\n-le\nad \nqui\nck\ntai\nl-]',
    ],
    ["[{{ 'www.x.com <b>'|wordwrap(8) }}]", '[www.x.co\nm <b>]'],
    [
      "[{{ '(https://x.org/a_(b))\\nhttp://a.b/c --\\nx<http://z.net>(https://x.org/a_(b)) 😀  super-long-hyphenated-word\\n'|wordwrap(9) }}]",
      '[(https://\nx.org/a_(\nb))\nhttp://a.\nb/c --\nx<http://\nz.net>(ht\ntps://x.o\nrg/a_(b))\n😀  super-\nlong-hyph\nenated-\nword]',
    ],
    [
      "[{{ 'don\\'t \"quoted\"  é-à\\nend. <b> -lead mailto:a@b.cc -lead\\nsuper-long-hyphenated-word'|wordwrap(11) }}]",
      '[don\'t\n"quoted"\né-à\nend. <b>\n-lead mailt\no:a@b.cc\n-lead\nsuper-long-\nhyphenated-\nword]',
    ],
    [
      "[{{ 'mailto:a@b.cc  super-long-hyphenated-word  日本語 www.x.com supercalifragilistic\\n'|wordwrap(19) }}]",
      '[mailto:a@b.cc\nsuper-long-\nhyphenated-word\n日本語 www.x.com super\ncalifragilistic]',
    ],
    [
      "[{{ '(https://x.org/a_(b))\\t\"quoted\"\\n<b>\\nme@ex.com1-2\\tdon\\'t\\n😀\\nend.\\n<b> '|wordwrap(14) }}]",
      '[(https://x.org\n/a_(b))\n"quoted"\n<b>\nme@ex.com1-2\ndon\'t\n😀\nend.\n<b>]',
    ],
    ["[{{ '<b>  😀  (https://x.org/a_(b)) quick don\\'t  '|wordwrap(15) }}]", "[<b>  😀  (https:\n//x.org/a_(b))\nquick don't]"],
    ["[{{ 'mailto:a@b.cc\\nwww.x.com -- '|wordwrap(7) }}]", '[mailto:\na@b.cc\nwww.x.c\nom --]'],
    [
      "[{{ 'mailto:a@b.cc\\tsuper-long-hyphenated-word http://a.b/c\\t---  tel:123  super-long-hyphenated-word\\tx é-à\\t'|wordwrap(4) }}]",
      '[mail\nto:a\n@b.c\nc\tsu\nper-\nlong\n-hyp\nhena\nted-\nword\nhttp\n://a\n.b/c\n---\ntel:\n123\nsupe\nr-lo\nng-h\nyphe\nnate\nd-\nword\nx\né-à]',
    ],
    ["[{{ '-lead\\ttail-\\n'|wordwrap(19) }}]", '[-lead\ttail-]'],
    [
      "[{{ '<http://z.net>  http://a.b/cquick\\nfoo--bar super-long-hyphenated-word\\ttel:123  -\\t日本語'|wordwrap(14) }}]",
      '[<http://z.net>\nhttp://a.b/cqu\nick\nfoo--bar\nsuper-long-\nhyphenated-\nword\ttel:123\n-\t日本語]',
    ],
    [
      "[{{ 'x.org,\\tx.org,\\t<http://z.net> --tail-  a-b\\ntel:123 '|wordwrap(19) }}]",
      '[x.org,\tx.org,\n<http://z.net>\n--tail-  a-b\ntel:123]',
    ],
    [
      '[{{ \'日本語\\tquick-lead1-2\\t"quoted"\\nx mailto:a@b.cctel:123 quick \'|wordwrap(4) }}]',
      '[日本語\t\nquic\nk-le\nad1-\n2\t"q\nuote\nd"\nx ma\nilto\n:a@b\n.cct\nel:1\n23 q\nuick]',
    ],
    ['[{{ \'foo--bar-  "quoted" http://a.b/c\\n\'|wordwrap(10, false) }}]', '[foo--bar-\n"quoted"\nhttp://a.b/c]'],
    [
      "[{{ '1-2 tel:123 super-long-hyphenated-word me@ex.com\\ntail-'|wordwrap(16, false) }}]",
      '[1-2 tel:123\nsuper-long-\nhyphenated-word\nme@ex.com\ntail-]',
    ],
    [
      '[{{ \'"quoted"  https://1.2.3.4:80/?q#f\\nsuper-long-hyphenated-word\\t<b>\'|wordwrap(5, false) }}]',
      '["quoted"\nhttps://1.2.3.4:80/?q#f\nsuper-\nlong-\nhyphenated-\nword\n<b>]',
    ],
    ["[{{ '😀\\né-àquick\\tme@ex.com  - foo--bar\\té-à end. '|wordwrap(19, false) }}]", '[😀\né-àquick\tme@ex.com\n- foo--bar\té-à end.]'],
    [
      "[{{ 'http://a.b/c\\t&\\t😀\\n1-2\\tfoo--barsupercalifragilistic '|wordwrap(7, false) }}]",
      '[http://a.b/c\n&\t😀\n1-2\tfoo\n--\nbarsupercalifragilistic]',
    ],
    ["[{{ '1-2\\né-à -- '|wordwrap(6, false) }}]", '[1-2\né-à --]'],
    ["[{{ 'é-à\\t-  '|wordwrap(3, false) }}]", '[é-à\n-]'],
    ["[{{ '-- 1-2 thedon\\'t &  don\\'t\\n'|wordwrap(18, false) }}]", "[-- 1-2 thedon't &\ndon't]"],
    ["[{{ '---\\nsupercalifragilistic www.x.com'|wordwrap(20, false) }}]", '[---\nsupercalifragilistic\nwww.x.com]'],
    [
      "[{{ 'www.x.com\\tsupercalifragilistic tel:123 1-2  -- a-b\\tdon\\'t\\ndon\\'t https://1.2.3.4:80/?q#f  '|wordwrap(4, false) }}]",
      "[www.x.com\nsupercalifragilistic\ntel:123\n1-2\n--\na-b\ndon't\ndon't\nhttps://1.2.3.4:80/?q#f]",
    ],
    [
      "[{{ 'supercalifragilistica-b  -  <b> <b> end.me@ex.com- '|wordwrap(13, false) }}]",
      '[supercalifragilistica-b\n-  <b> <b>\nend.me@ex.com-]',
    ],
    ["[{{ 'x.org,\\tquick\\t<http://z.net> '|wordwrap(14, false) }}]", '[x.org,\tquick\n<http://z.net>]'],
    [
      "[{{ '(https://x.org/a_(b))-lead\\nend. --- www.x.com 1-2 tel:123 '|wordwrap(16, false) }}]",
      '[(https://x.org/a_(b))-lead\nend. ---\nwww.x.com 1-2\ntel:123]',
    ],
    ["[{{ '-http://a.b/c quick (https://x.org/a_(b)) '|wordwrap(6, false) }}]", '[-http://a.b/c\nquick\n(https://x.org/a_(b))]'],
    ["[{{ 'supercalifragilistic --- '|wordwrap(7, false) }}]", '[supercalifragilistic\n---]'],
    ['[{{ \'& "quoted" x.org, quick \'|wordwrap(17, false) }}]', '[& "quoted" x.org,\nquick]'],
    [
      '[{{ \'https://1.2.3.4:80/?q#f &  tail- 1-2é-àquick\\n\'|wordwrap(8, true, "|", false) }}]',
      '[https://|1.2.3.4:|80/?q#f|&  tail-|1-2é-àqu|ick]',
    ],
    ['[{{ \'<b>-\\thttps://1.2.3.4:80/?q#f www.x.com\'|wordwrap(12, true, "|", false) }}]', '[<b>-\thttps:/|/1.2.3.4:80/|?q#f|www.x.com]'],
    [
      "[{{ 'foo--bar\\tx foo--bar  don\\'t mailto:a@b.cc\\n'|wordwrap(15, true, \"|\", false) }}]",
      "[foo--bar\tx|foo--bar  don't|mailto:a@b.cc]",
    ],
    [
      '[{{ \'<b>\\nhttp://a.b/cé-à\\tsuper-long-hyphenated-word -lead x<b> tail- -lead \'|wordwrap(4, true, "|", false) }}]',
      '[<b>|http|://a|.b/c|é-à\t|supe|r-lo|ng-h|yphe|nate|d-wo|rd -|lead|x<b>|tail|- -l|ead]',
    ],
    [
      '[{{ \'a-b\\né-à 1-2 me@ex.com www.x.com super-long-hyphenated-word \'|wordwrap(15, true, "|", false) }}]',
      '[a-b|é-à 1-2|me@ex.com|www.x.com super|-long-hyphenate|d-word]',
    ],
    ['[{{ \'supercalifragilistic  tail- tail-\\n\'|wordwrap(6, true, "|", false) }}]', '[superc|alifra|gilist|ic|tail-|tail-]'],
    ['[{{ \'😀  x.org,\'|wordwrap(20, true, "|", false) }}]', '[😀  x.org,]'],
    ['[{{ \'mailto:a@b.cc\\nwww.x.com\\n\'|wordwrap(20, true, "|", false) }}]', '[mailto:a@b.cc|www.x.com]'],
    ['[{{ \'😀\\t-lead\\ta-b <http://z.net>\\n\'|wordwrap(11, true, "|", false) }}]', '[😀\t-lead\ta-b|<http://z.n|et>]'],
    [
      "[{{ '<http://z.net>  日本語\\n(https://x.org/a_(b))  http://a.b/c\\tdon\\'t\\n'|wordwrap(20, true, \"|\", false) }}]",
      "[<http://z.net>  日本語|(https://x.org/a_(b)|)  http://a.b/c|don't]",
    ],
    ['[{{ \'end.\\tx  x (https://x.org/a_(b)) x.org, \'|wordwrap(11, true, "|", false) }}]', '[end.\tx  x (|https://x.o|rg/a_(b))|x.org,]'],
    ['[{{ \'mailto:a@b.cc <http://z.net>\\t\'|wordwrap(14, true, "|", false) }}]', '[mailto:a@b.cc|<http://z.net>]'],
    [
      "[{{ 'http://a.b/c (https://x.org/a_(b)) supercalifragilistic\\tdon\\'t é-à 1-2quick 1-2mailto:a@b.cc '|wordwrap(16, true, \"|\", false) }}]",
      "[http://a.b/c (ht|tps://x.org/a_(b|)) supercalifrag|ilistic\tdon't|é-à 1-2quick|1-2mailto:a@b.cc]",
    ],
    [
      '[{{ \'supercalifragilistic www.x.com  😀"quoted"  \'|wordwrap(16, true, "|", false) }}]',
      '[supercalifragili|stic www.x.com|😀"quoted"]',
    ],
    ['[{{ \'x.org,  x a-bx\'|wordwrap(10, true, "|", false) }}]', '[x.org,  x|a-bx]'],
    [
      '[{{ \'www.x.comx.org, www.x.com https://1.2.3.4:80/?q#fend.\\t--- <b> x http://a.b/c \'|wordwrap(7, true, "|", false) }}]',
      '[www.x.c|omx.org|, www.x|.com ht|tps://1|.2.3.4:|80/?q#f|end.|--- <b>|x http:|//a.b/c]',
    ],
    [
      "[{{ '😀 1-2 <b> don\\'t <b> super-long-hyphenated-word\\nthe '|urlize(3) }}]",
      '[😀 1-2 &lt;b&gt; don&#39;t &lt;b&gt; super-long-hyphenated-word\nthe ]',
    ],
    ['[{{ \'a-b\\n"quoted" x \'|urlize(4) }}]', '[a-b\n&#34;quoted&#34; x ]'],
    [
      "[{{ 'http://a.b/c\\na-b  <b>\\thttp://a.b/c tail-  super-long-hyphenated-word tail-\\t'|urlize(4) }}]",
      '[http://a.b/c\na-b  &lt;b&gt;\thttp://a.b/c tail-  super-long-hyphenated-word tail-\t]',
    ],
    ["[{{ 'foo--bar me@ex.com\\n&1-2\\n'|urlize(17) }}]", '[foo--bar <a href="mailto:me@ex.com">me@ex.com</a>\n&amp;1-2\n]'],
    [
      "[{{ 'me@ex.com &a-b\\nhttp://a.b/c x  super-long-hyphenated-word<http://z.net>  www.x.com '|urlize(4) }}]",
      '[<a href="mailto:me@ex.com">me@ex.com</a> &amp;a-b\nhttp://a.b/c x  super-long-hyphenated-word&lt;http://z.net&gt;  <a href="https://www.x.com" rel="noopener">www....</a> ]',
    ],
    ['[{{ \'"quoted"\\t&\\n\'|urlize(6) }}]', '[&#34;quoted&#34;\t&amp;\n]'],
    [
      "[{{ '-  me@ex.com\\thttps://1.2.3.4:80/?q#fhttps://1.2.3.4:80/?q#f - http://a.b/c '|urlize(12) }}]",
      '[-  <a href="mailto:me@ex.com">me@ex.com</a>\t<a href="https://1.2.3.4:80/?q#fhttps://1.2.3.4:80/?q#f" rel="noopener">https://1.2....</a> - http://a.b/c ]',
    ],
    ["[{{ '-  <http://z.net>\\t'|urlize(6) }}]", '[-  &lt;<a href="http://z.net" rel="noopener">http:/...</a>&gt;\t]'],
    [
      "[{{ 'x.org,\\tsupercalifragilistic1-2x super-long-hyphenated-word\\t& mailto:a@b.cc\\n-lead me@ex.com\\n'|urlize(13) }}]",
      '[x.org,\tsupercalifragilistic1-2x super-long-hyphenated-word\t&amp; <a href="mailto:a@b.cc">a@b.cc</a>\n-lead <a href="mailto:me@ex.com">me@ex.com</a>\n]',
    ],
    [
      "[{{ '-lead supercalifragilistic\\t<http://z.net> -lead '|urlize(7) }}]",
      '[-lead supercalifragilistic\t&lt;<a href="http://z.net" rel="noopener">http://...</a>&gt; -lead ]',
    ],
    [
      "[{{ '日本語 the\\nhttps://1.2.3.4:80/?q#f\\nhttps://1.2.3.4:80/?q#f\\t'|urlize(12) }}]",
      '[日本語 the\n<a href="https://1.2.3.4:80/?q#f" rel="noopener">https://1.2....</a>\n<a href="https://1.2.3.4:80/?q#f" rel="noopener">https://1.2....</a>\t]',
    ],
    [
      "[{{ '1-2 http://a.b/chttp://a.b/c  -leadsuper-long-hyphenated-wordend. &\\n'|urlize(19) }}]",
      '[1-2 http://a.b/chttp://a.b/c  -leadsuper-long-hyphenated-wordend. &amp;\n]',
    ],
    ["[{{ 'me@ex.com &'|urlize(5) }}]", '[<a href="mailto:me@ex.com">me@ex.com</a> &amp;]'],
    [
      "[{{ '<http://z.net>the  the -- me@ex.com日本語 foo--bar & '|urlize(5) }}]",
      '[&lt;http://z.net&gt;the  the -- <a href="mailto:me@ex.com日本語">me@ex.com日本語</a> foo--bar &amp; ]',
    ],
    ["[{{ '<b>-- <b>me@ex.com\\n&😀'|urlize(15) }}]", '[&lt;b&gt;-- &lt;<a href="mailto:b&gt;me@ex.com">b&gt;me@ex.com</a>\n&amp;😀]'],
    ["[{{ 'tail-\\ttail-don\\'t\\t'|urlize(20) }}]", '[tail-\ttail-don&#39;t\t]'],
    ['[{{ \'x.org, supercalifragilistic\\t"quoted" \'|truncate(15) }}]', '[x.org,...]'],
    ["[{{ 'the  a-b 1-2  --\\nthe '|truncate(3) }}]", '[...]'],
    ["[{{ '---\\nsuper-long-hyphenated-word\\tsuper-long-hyphenated-word--  the https://1.2.3.4:80/?q#f '|truncate(4) }}]", '[-...]'],
    ["[{{ '-- foo--bar\\t😀  <b>\\tx '|truncate(7) }}]", '[--...]'],
    ['[{{ \'😀\\né-à\\tfoo--bar "quoted"\\tend.me@ex.com \'|truncate(4) }}]', '[😀...]'],
    ["[{{ '<http://z.net>\\tx\\t--\\nsupercalifragilistic  --\\n(https://x.org/a_(b)) the'|truncate(20) }}]", '[<http://z.net>\tx\t...]'],
    ["[{{ '😀\\t日本語 x x.org,\\tdon\\'t \"quoted\" quick\\nmailto:a@b.cc  '|truncate(18) }}]", '[😀\t日本語 x...]'],
    ['[{{ \'<http://z.net>x.org,  tel:123 "quoted"\\nthe 1-2 - 1-2\\né-à \'|truncate(8) }}]', '[<http...]'],
    [
      "[{{ 'supercalifragilistic & supercalifragilistic  -lead  mailto:a@b.cc\\ttel:123\\tsupercalifragilistic'|truncate(11) }}]",
      '[supercal...]',
    ],
    ["[{{ 'é-à <b>\\n'|truncate(7) }}]", '[é-à <b>\n]'],
    ["[{{ 'http://a.b/cé-à http://a.b/c  tel:123\\t'|truncate(16) }}]", '[http://a.b/cé...]'],
    ["[{{ 'tel:123a-b\\nhttp://a.b/c  '|truncate(14) }}]", '[tel:123a-b\n...]'],
    ["[{{ '--- www.x.com\\t日本語 '|truncate(3) }}]", '[...]'],
    ["[{{ '😀 foo--bar--- '|truncate(19) }}]", '[😀 foo--bar--- ]'],
    ["[{{ 'foo--bar\\tsuper-long-hyphenated-wordsupercalifragilistic '|truncate(19) }}]", '[foo--bar\tsuper-l...]'],
    ["[{{ 'mailto:a@b.cc\\n<b>\\n(https://x.org/a_(b)) (https://x.org/a_(b)) '|truncate(4) }}]", '[m...]'],
    ['[{{ \'end. ---\\thttps://1.2.3.4:80/?q#f \'|truncate(5, true, "…", 0) }}]', '[end.…]'],
    [
      '[{{ \'é-à 日本語\\nwww.x.comsuper-long-hyphenated-word\\tsupercalifragilistic\\t<http://z.net>\\n\'|truncate(19, true, "…", 0) }}]',
      '[é-à 日本語\nwww.x.coms…]',
    ],
    ['[{{ \'super-long-hyphenated-word <b> \'|truncate(16, true, "…", 0) }}]', '[super-long-hyph…]'],
    ['[{{ \'"quoted"  <http://z.net> me@ex.com &\'|truncate(10, true, "…", 0) }}]', '["quoted" …]'],
    [
      '[{{ \'https://1.2.3.4:80/?q#f\\nquick foo--bar end. quickmailto:a@b.cc me@ex.com\\né-à "quoted" \'|truncate(20, true, "…", 0) }}]',
      '[https://1.2.3.4:80/…]',
    ],
    ['[{{ \'mailto:a@b.cc 😀\\nsupercalifragilistic-- --1-2  \'|truncate(17, true, "…", 0) }}]', '[mailto:a@b.cc 😀\n…]'],
    ["[{{ 'é-à é-à  --- <http://z.net>don\\'t '|truncate(5, true, \"…\", 0) }}]", '[é-à …]'],
    [
      '[{{ \'--\\ntail-https://1.2.3.4:80/?q#f\\n1-2\\tsuper-long-hyphenated-word me@ex.com\'|truncate(11, true, "…", 0) }}]',
      '[--\ntail-ht…]',
    ],
    ["[{{ '<b> -lead  --<b>don\\'t mailto:a@b.cc1-2 &\\t'|truncate(7, true, \"…\", 0) }}]", '[<b> -l…]'],
    ["[{{ 'www.x.com\\t- don\\'t'|truncate(20, true, \"…\", 0) }}]", "[www.x.com\t- don't]"],
    ['[{{ \'x.org,  a-b \'|truncate(10, true, "…", 0) }}]', '[x.org,  a…]'],
    ['[{{ \'1-2 www.x.com <b> quick "quoted" 😀 \'|truncate(16, true, "…", 0) }}]', '[1-2 www.x.com <…]'],
    ["[{{ '-lead don\\'t super-long-hyphenated-word  '|truncate(13, true, \"…\", 0) }}]", "[-lead don't …]"],
    [
      '[{{ \'<http://z.net>  --<http://z.net>\\t&\\n1-2\\n日本語  mailto:a@b.cc\\nthe  --- \'|truncate(19, true, "…", 0) }}]',
      '[<http://z.net>  --…]',
    ],
    ['[{{ \'tail-the "quoted" x\\t\'|truncate(15, true, "…", 0) }}]', '[tail-the "quot…]'],
    ["[{{ '---http://a.b/c\\nme@ex.com don\\'t & me@ex.com '|truncate(3, true, \"…\", 0) }}]", '[--…]'],
    [
      '[{{ \'é-à <http://z.net> www.x.com http://a.b/c "quoted" super-long-hyphenated-word é-à  end. \'|pprint }}]',
      "[('é-à <http://z.net> www.x.com http://a.b/c \"quoted\" '\n 'super-long-hyphenated-word é-à  end. ')]",
    ],
    [
      "[{{ 'tail- --x.org,<http://z.net>\\n&\\nsupercalifragilistic\\thttp://a.b/c '|pprint }}]",
      "['tail- --x.org,<http://z.net>\\n&\\nsupercalifragilistic\\thttp://a.b/c ']",
    ],
    [
      "[{{ 'me@ex.com\\tdon\\'t x\\nhttp://a.b/c&\\t1-2 super-long-hyphenated-word '|pprint }}]",
      '["me@ex.com\\tdon\'t x\\nhttp://a.b/c&\\t1-2 super-long-hyphenated-word "]',
    ],
    [
      '[{{ \'supercalifragilistic\\tsuper-long-hyphenated-word  -lead<b>  --  "quoted" x.org,\\n😀\'|pprint }}]',
      "[('supercalifragilistic\\tsuper-long-hyphenated-word  -lead<b>  --  \"quoted\" '\n 'x.org,\\n'\n '😀')]",
    ],
    ["[{{ 'tail-\\t1-2  -lead 1-2 tail-xé-à\\n1-2\\t'|pprint }}]", "['tail-\\t1-2  -lead 1-2 tail-xé-à\\n1-2\\t']"],
    ["[{{ '日本語  <b> --tel:123'|pprint }}]", "['日本語  <b> --tel:123']"],
    ["[{{ '1-2 (https://x.org/a_(b)) '|pprint }}]", "['1-2 (https://x.org/a_(b)) ']"],
    ["[{{ 'the\\nsupercalifragilistic me@ex.comé-à  '|pprint }}]", "['the\\nsupercalifragilistic me@ex.comé-à  ']"],
    [
      "[{{ '(https://x.org/a_(b))\\n日本語 super-long-hyphenated-word\\t'|pprint }}]",
      "['(https://x.org/a_(b))\\n日本語 super-long-hyphenated-word\\t']",
    ],
    ["[{{ 'don\\'t  tail- ---\\t(https://x.org/a_(b)) '|pprint }}]", '["don\'t  tail- ---\\t(https://x.org/a_(b)) "]'],
    ["[{{ 'don\\'t--- '|pprint }}]", '["don\'t--- "]'],
    [
      "[{{ 'supercalifragilistic\\nsupercalifragilistic 😀 日本語\\na-b '|pprint }}]",
      "['supercalifragilistic\\nsupercalifragilistic 😀 日本語\\na-b ']",
    ],
    [
      "[{{ '&\\tsupercalifragilistic tel:123 -lead  the  <b>  the '|pprint }}]",
      "['&\\tsupercalifragilistic tel:123 -lead  the  <b>  the ']",
    ],
    ["[{{ '(https://x.org/a_(b))  --(https://x.org/a_(b)) '|pprint }}]", "['(https://x.org/a_(b))  --(https://x.org/a_(b)) ']"],
    [
      "[{{ '&  end.  --\\t&\\nsuper-long-hyphenated-word  supercalifragilistic\\t(https://x.org/a_(b))\\t'|pprint }}]",
      "[('&  end.  --\\t&\\n'\n 'super-long-hyphenated-word  supercalifragilistic\\t(https://x.org/a_(b))\\t')]",
    ],
    ["[{{ 'super-long-hyphenated-word don\\'t '|pprint }}]", '["super-long-hyphenated-word don\'t "]'],
    ["[{{ 'x.org, x super-long-hyphenated-word\\n-  '|title }}]", '[X.org, X Super-Long-Hyphenated-Word\n-  ]'],
    ["[{{ 'tail- www.x.com <http://z.net> '|title }}]", '[Tail- Www.x.com <Http://z.net> ]'],
    [
      '[{{ \'www.x.com -- quick & the "quoted" -lead\\t(https://x.org/a_(b))  \'|title }}]',
      '[Www.x.com -- Quick & The "quoted" -Lead\t(Https://x.org/a_(B))  ]',
    ],
    ["[{{ '&  x&\\n---<b> x\\n'|title }}]", '[&  X&\n---<B> X\n]'],
    [
      "[{{ 'super-long-hyphenated-word --- supercalifragilistic  😀\\n'|title }}]",
      '[Super-Long-Hyphenated-Word --- Supercalifragilistic  😀\n]',
    ],
    [
      "[{{ 'super-long-hyphenated-word\\n-\\thttp://a.b/c \"quoted\" supercalifragilistic  supercalifragilistic x.org, don\\'t x.org, '|title }}]",
      '[Super-Long-Hyphenated-Word\n-\tHttp://a.b/c "quoted" Supercalifragilistic  Supercalifragilistic X.org, Don\'t X.org, ]',
    ],
    ["[{{ '1-2tail-  x tail- 日本語http://a.b/c '|title }}]", '[1-2tail-  X Tail- 日本語http://a.b/c ]'],
    [
      '[{{ \'mailto:a@b.cc super-long-hyphenated-word the "quoted"\\nsupercalifragilistic 日本語 quick\\nx.org, x.org,\\t\'|title }}]',
      '[Mailto:a@b.cc Super-Long-Hyphenated-Word The "quoted"\nSupercalifragilistic 日本語 Quick\nX.org, X.org,\t]',
    ],
    ["[{{ 'tel:123 é-àquick\\t---\\nhttp://a.b/c &\\n'|title }}]", '[Tel:123 É-Àquick\t---\nHttp://a.b/c &\n]'],
    [
      "[{{ 'é-à tail-tail-\\t-lead & tail- http://a.b/c\\na-b\\tsuper-long-hyphenated-word\\t'|title }}]",
      '[É-À Tail-Tail-\t-Lead & Tail- Http://a.b/c\nA-B\tSuper-Long-Hyphenated-Word\t]',
    ],
    ["[{{ 'é-àthe foo--bar\\n-- a-b\\t'|title }}]", '[É-Àthe Foo--Bar\n-- A-B\t]'],
    ["[{{ 'mailto:a@b.cc\\nmailto:a@b.cc\\t1-2 '|title }}]", '[Mailto:a@b.cc\nMailto:a@b.cc\t1-2 ]'],
    ['[{{ \'---x "quoted"mailto:a@b.cc\\nme@ex.com\\n\'|title }}]', '[---X "quoted"mailto:a@b.cc\nMe@ex.com\n]'],
    ["[{{ 'a-b\\nme@ex.com '|title }}]", '[A-B\nMe@ex.com ]'],
    ["[{{ 'www.x.com tel:123 www.x.comme@ex.com\\n😀 '|title }}]", '[Www.x.com Tel:123 Www.x.comme@ex.com\n😀 ]'],
    ["[{{ '<http://z.net>\\nthe\\t'|title }}]", '[<Http://z.net>\nThe\t]'],
    ["[{{ 'x 日本語 end. supercalifragilistic\\t'|striptags }}]", '[x 日本語 end. supercalifragilistic]'],
    [
      '[{{ \'end. www.x.com "quoted"  x\\nmailto:a@b.cc end.\\t<b>\\tthe  --\\n\'|striptags }}]',
      '[end. www.x.com "quoted" x mailto:a@b.cc end. the --]',
    ],
    ["[{{ 'tel:123\\té-à  <b> '|striptags }}]", '[tel:123 é-à]'],
    ['[{{ \'&\\t"quoted"\\n日本語\\t- tel:123 the\\t\'|striptags }}]', '[& "quoted" 日本語 - tel:123 the]'],
    [
      "[{{ 'https://1.2.3.4:80/?q#f (https://x.org/a_(b)) 😀 😀 a-b -- https://1.2.3.4:80/?q#fx\\n'|striptags }}]",
      '[https://1.2.3.4:80/?q#f (https://x.org/a_(b)) 😀 😀 a-b -- https://1.2.3.4:80/?q#fx]',
    ],
    ["[{{ '<http://z.net> end.  é-à '|striptags }}]", '[end. é-à]'],
    [
      "[{{ 'supercalifragilistic\\n-- -lead <http://z.net> <b> https://1.2.3.4:80/?q#f\\tmailto:a@b.cc www.x.coma-b\\t'|striptags }}]",
      '[supercalifragilistic -- -lead https://1.2.3.4:80/?q#f mailto:a@b.cc www.x.coma-b]',
    ],
    ["[{{ 'tail- https://1.2.3.4:80/?q#f '|striptags }}]", '[tail- https://1.2.3.4:80/?q#f]'],
    ["[{{ 'tel:123<http://z.net>\\nhttp://a.b/c  <b>'|striptags }}]", '[tel:123 http://a.b/c]'],
    [
      "[{{ 'mailto:a@b.cc -\\t- -lead\\na-b end. end.\\té-à\\thttp://a.b/c '|striptags }}]",
      '[mailto:a@b.cc - - -lead a-b end. end. é-à http://a.b/c]',
    ],
    ["[{{ 'xme@ex.com '|striptags }}]", '[xme@ex.com]'],
    ["[{{ '&\\t日本語 the\\t- 日本語'|striptags }}]", '[& 日本語 the - 日本語]'],
    [
      "[{{ 'super-long-hyphenated-word\\t--  mailto:a@b.cc x --\\tme@ex.com  the 1-2\\ntail- '|striptags }}]",
      '[super-long-hyphenated-word -- mailto:a@b.cc x -- me@ex.com the 1-2 tail-]',
    ],
    ["[{{ '<b>\\nsupercalifragilistic  -\\té-àme@ex.com'|striptags }}]", '[supercalifragilistic - é-àme@ex.com]'],
    ["[{{ 'mailto:a@b.cc\\nwww.x.com\\tme@ex.com '|striptags }}]", '[mailto:a@b.cc www.x.com me@ex.com]'],
    ["[{{ '(https://x.org/a_(b))\\n-lead\\tdon\\'t\\t'|striptags }}]", "[(https://x.org/a_(b)) -lead don't]"],
    ["[{{ 'www.x.com www.x.com  <b>'|tojson }}]", '["www.x.com www.x.com  \\u003cb\\u003e"]'],
    ["[{{ 'xend.\\t-lead é-à '|tojson }}]", '["xend.\\t-lead \\u00e9-\\u00e0 "]'],
    ["[{{ '& x.org,  (https://x.org/a_(b))\\t'|tojson }}]", '["\\u0026 x.org,  (https://x.org/a_(b))\\t"]'],
    [
      '[{{ \'--\\nend."quoted"xhttp://a.b/c  tel:123\\nquick supercalifragilistic\\tfoo--bar\\n\'|tojson }}]',
      '["--\\nend.\\"quoted\\"xhttp://a.b/c  tel:123\\nquick supercalifragilistic\\tfoo--bar\\n"]',
    ],
    [
      '[{{ \'the  -lead "quoted" a-b\\tmailto:a@b.cc  mailto:a@b.cc super-long-hyphenated-word \'|tojson }}]',
      '["the  -lead \\"quoted\\" a-b\\tmailto:a@b.cc  mailto:a@b.cc super-long-hyphenated-word "]',
    ],
    ["[{{ '-  😀--- supercalifragilistic --\\n'|tojson }}]", '["-  \\ud83d\\ude00--- supercalifragilistic --\\n"]'],
    [
      "[{{ 'é-à  quick  x.org, https://1.2.3.4:80/?q#f\\né-à x\\n'|tojson }}]",
      '["\\u00e9-\\u00e0  quick  x.org, https://1.2.3.4:80/?q#f\\n\\u00e9-\\u00e0 x\\n"]',
    ],
    ["[{{ 'x  tail-\\t'|tojson }}]", '["x  tail-\\t"]'],
    [
      "[{{ '日本語  end. <http://z.net>  quick <b>a-ba-b quick end. '|tojson }}]",
      '["\\u65e5\\u672c\\u8a9e  end. \\u003chttp://z.net\\u003e  quick \\u003cb\\u003ea-ba-b quick end. "]',
    ],
    ["[{{ 'x.org, - '|tojson }}]", '["x.org, - "]'],
    ["[{{ '--don\\'t '|tojson }}]", '["--don\\u0027t "]'],
    ["[{{ '日本語foo--bar don\\'t\\t'|tojson }}]", '["\\u65e5\\u672c\\u8a9efoo--bar don\\u0027t\\t"]'],
    [
      '[{{ \'tail-  <b>  "quoted"\\t日本語 supercalifragilistic\\tsupercalifragilistic  -lead a-b\\t\'|tojson }}]',
      '["tail-  \\u003cb\\u003e  \\"quoted\\"\\t\\u65e5\\u672c\\u8a9e supercalifragilistic\\tsupercalifragilistic  -lead a-b\\t"]',
    ],
    ["[{{ '<b> don\\'t\\n\"quoted\"  a-b'|tojson }}]", '["\\u003cb\\u003e don\\u0027t\\n\\"quoted\\"  a-b"]'],
    ["[{{ '&  (https://x.org/a_(b))\\t-\\t'|tojson }}]", '["\\u0026  (https://x.org/a_(b))\\t-\\t"]'],
    ["[{{ 'tel:123\\t& x https://1.2.3.4:80/?q#f\\n&-- '|tojson }}]", '["tel:123\\t\\u0026 x https://1.2.3.4:80/?q#f\\n\\u0026-- "]'],
    ["[{{ '-\\na-b'|urlencode }}]", '[-%0Aa-b]'],
    ["[{{ 'end.  -lead -\\n'|urlencode }}]", '[end.%20%20-lead%20-%0A]'],
    ['[{{ \'--a-b\\n"quoted" \'|urlencode }}]', '[--a-b%0A%22quoted%22%20]'],
    ["[{{ 'tel:123 é-àquick quick x.org,'|urlencode }}]", '[tel%3A123%20%C3%A9-%C3%A0quick%20quick%20x.org%2C]'],
    [
      "[{{ '<http://z.net> http://a.b/c\\nhttp://a.b/c 日本語\\n1-2  <http://z.net>\\ntail- '|urlencode }}]",
      '[%3Chttp%3A//z.net%3E%20http%3A//a.b/c%0Ahttp%3A//a.b/c%20%E6%97%A5%E6%9C%AC%E8%AA%9E%0A1-2%20%20%3Chttp%3A//z.net%3E%0Atail-%20]',
    ],
    ["[{{ 'super-long-hyphenated-word\\tend.\\t'|urlencode }}]", '[super-long-hyphenated-word%09end.%09]'],
    [
      '[{{ \'me@ex.com  😀 é-à\\t(https://x.org/a_(b)) --- "quoted" http://a.b/c\\ta-b 日本語\\n\'|urlencode }}]',
      '[me%40ex.com%20%20%F0%9F%98%80%20%C3%A9-%C3%A0%09%28https%3A//x.org/a_%28b%29%29%20---%20%22quoted%22%20http%3A//a.b/c%09a-b%20%E6%97%A5%E6%9C%AC%E8%AA%9E%0A]',
    ],
    ["[{{ 'x.org, tail-\\tx  é-à -lead 😀  '|urlencode }}]", '[x.org%2C%20tail-%09x%20%20%C3%A9-%C3%A0%20-lead%20%F0%9F%98%80%20%20]'],
    [
      "[{{ 'https://1.2.3.4:80/?q#f日本語 😀\\tthe &\\nthe\\n'|urlencode }}]",
      '[https%3A//1.2.3.4%3A80/%3Fq%23f%E6%97%A5%E6%9C%AC%E8%AA%9E%20%F0%9F%98%80%09the%20%26%0Athe%0A]',
    ],
    [
      "[{{ '日本語  (https://x.org/a_(b)) x tel:123 1-2 me@ex.com\\n'|urlencode }}]",
      '[%E6%97%A5%E6%9C%AC%E8%AA%9E%20%20%28https%3A//x.org/a_%28b%29%29%20x%20tel%3A123%201-2%20me%40ex.com%0A]',
    ],
    [
      "[{{ 'foo--bar -don\\'t\\thttps://1.2.3.4:80/?q#f\\t--- foo--bar'|urlencode }}]",
      '[foo--bar%20-don%27t%09https%3A//1.2.3.4%3A80/%3Fq%23f%09---%20foo--bar]',
    ],
    ['[{{ \'- -lead "quoted"  \'|urlencode }}]', '[-%20-lead%20%22quoted%22%20%20]'],
    ["[{{ '- a-b -lead tel:123http://a.b/c  '|urlencode }}]", '[-%20a-b%20-lead%20tel%3A123http%3A//a.b/c%20%20]'],
    ['[{{ \'www.x.comtail- http://a.b/c "quoted" a-b\\t\'|urlencode }}]', '[www.x.comtail-%20http%3A//a.b/c%20%22quoted%22%20a-b%09]'],
    [
      "[{{ '\"quoted\"  http://a.b/c\\ntel:123-- https://1.2.3.4:80/?q#f http://a.b/c\\ndon\\'t\\t<http://z.net>\\t<http://z.net> '|urlencode }}]",
      '[%22quoted%22%20%20http%3A//a.b/c%0Atel%3A123--%20https%3A//1.2.3.4%3A80/%3Fq%23f%20http%3A//a.b/c%0Adon%27t%09%3Chttp%3A//z.net%3E%09%3Chttp%3A//z.net%3E%20]',
    ],
    [
      '[{{ \'tail- 😀\\thttps://1.2.3.4:80/?q#f 😀\\n日本語 foo--bar\\t"quoted" \'|urlencode }}]',
      '[tail-%20%F0%9F%98%80%09https%3A//1.2.3.4%3A80/%3Fq%23f%20%F0%9F%98%80%0A%E6%97%A5%E6%9C%AC%E8%AA%9E%20foo--bar%09%22quoted%22%20]',
    ],
    ["[{{ '<b>\\tdon\\'t\\t1-2 & a-b http://a.b/c\\t---\\tquick\\n'|wordcount }}]", '[12]'],
    ["[{{ 'a-b  <http://z.net> '|wordcount }}]", '[5]'],
    ["[{{ 'supercalifragilisticfoo--bar end. -  mailto:a@b.cc quick x.org,\\tthe '|wordcount }}]", '[11]'],
    ["[{{ '---  supercalifragilistic supercalifragilistic\\tx.org, x x.org, &&'|wordcount }}]", '[7]'],
    ["[{{ '---\\nx https://1.2.3.4:80/?q#f <http://z.net>\\n-lead  '|wordcount }}]", '[13]'],
    ["[{{ 'the\\tmailto:a@b.cc\\ntel:123 <b>  (https://x.org/a_(b))\\n<b> '|wordcount }}]", '[14]'],
    ['[{{ \'"quoted"<http://z.net>-lead\\na-bthe\\t\'|wordcount }}]', '[7]'],
    [
      "[{{ 'https://1.2.3.4:80/?q#f supercalifragilistic  https://1.2.3.4:80/?q#f\\ntel:123 <b>\\n-super-long-hyphenated-word\\n'|wordcount }}]",
      '[24]',
    ],
    ["[{{ '-\\n<http://z.net><b>  '|wordcount }}]", '[4]'],
    ["[{{ '1-2  <b> super-long-hyphenated-word  http://a.b/c '|wordcount }}]", '[11]'],
    ["[{{ 'é-à\\n1-2 <http://z.net>http://a.b/c '|wordcount }}]", '[11]'],
    ["[{{ 'tail-日本語  <http://z.net> é-à\\nmailto:a@b.cc  '|wordcount }}]", '[11]'],
    ["[{{ '<b> -lead the '|wordcount }}]", '[3]'],
    [
      "[{{ 'www.x.com tail-  mailto:a@b.cc\\t(https://x.org/a_(b))\\nsupercalifragilistic  x http://a.b/c quick tel:123'|wordcount }}]",
      '[22]',
    ],
    ["[{{ 'supercalifragilisticme@ex.com end. & end. - super-long-hyphenated-word mailto:a@b.cc  é-à'|wordcount }}]", '[15]'],
    ["[{{ '日本語\\nme@ex.comend.  & -\\n日本語 super-long-hyphenated-word\\n&\\nwww.x.com '|wordcount }}]", '[12]'],
  ])('lays out what the reference does: %j', (source, expected) => {
    expect(outcome(source, INPUTS)).toEqual(expected)
  })
})
