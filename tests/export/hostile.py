"""A story whose every word is out to become markup: names, options, prose, reasons, endings and the cover, in each the whole corpus."""

PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><body onload=alert(1)>",
    "</style><style>@import 'https://example.org/a.css';</style>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<a href=javascript:alert(1)>read on</a>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href=https://example.org/>",
    "<form action=https://example.org><input name=a></form>",
    "<!-- --!> <b>",
    "]]> <![CDATA[ x ]]>",
    "<?xml version='1.0'?> <!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]> &b;",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &amp; &nbsp;",
    "%3Cscript%3E \\u003cscript\\u003e",
    "../../../etc/passwd",
)
ALL = " ".join(PAYLOADS)


def quoted(words: str) -> str:
    """Words between quotes, as a story file has them."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _prose(words: str) -> str:
    return words.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")


STORY = f"""\
title {quoted(ALL)}
author {quoted(ALL)}
series {quoted(ALL)} part 3
summary {quoted(ALL)}
note {quoted(ALL)}
afterword {quoted(ALL)}
rating {quoted(ALL)}
warning {quoted(ALL)}
tags {", ".join(quoted(payload) for payload in PAYLOADS)}
told from Ada's side

fact door: open {quoted(ALL)} | shut

person Ada {quoted(ALL)} (she) called {quoted(ALL)} by Bo
person Bo (he)

scene hall with Ada, Bo
  once
  > {{Ada}} and {{Bo}}. The door is {{door}}. {_prose(ALL)}
  moment door: Ada
    * go {ALL}
      +1 {quoted(ALL)}
      > {_prose(ALL)}
      Ada> It was so because {{why}}.
    -> ending out

ending out {quoted(ALL)}
  > {_prose(ALL)}
"""
