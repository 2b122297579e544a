"""Renders cases with CPython's str.format and with Jinja2, for comparison. JSON in on stdin, JSON out on stdout."""

import json
import signal
import sys


class TooLong(Exception):
    pass


def stop(_signal, _frame):
    raise TooLong()


def render(case):
    if case["format"] == "fstring":
        return case["template"].format(**case["inputs"])
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment().from_string(case["template"]).render(**case["inputs"])


def answer(case):
    signal.setitimer(signal.ITIMER_PROF, 2)
    try:
        return {"text": render(case)}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)[:200]}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


signal.signal(signal.SIGPROF, stop)
json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
