"""A story whose every word is an attempt: what a page would run, fetch, or take for its own, stands wherever a story may have words."""

RUN = "window.ran=1"
PAYLOADS = (
    f"</script><script>{RUN}</script>",
    f'"><img src=x onerror={RUN}>',
    f"'><svg onload={RUN}>",
    "<!--<script>",
    "-->]]></style></title></textarea></template>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    "<style>@import 'https://example.org/x.css'</style><link rel=stylesheet href=https://example.org/x.css>",
    f"<a href=javascript:{RUN}>javascript:{RUN}</a><base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'><form action=https://example.org/>",
    f"&lt;img src=x onerror={RUN}&gt; &#60;script&#62; %3Cscript%3E",
    f"${{{RUN}}} `${{{RUN}}}` {{{{{RUN}}}}}",
    "\\u003cscript>\\u2028 \\x3cscript> @script@ @world@",
    "\u202ereversed\u202c \u2066isolated\u2069 \u200f",
)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _prose(text: str) -> str:
    """A payload as it is written in a line of prose, in which a few signs mean something."""
    return "".join(f"\\{sign}" if sign in "\\{}|" else sign for sign in text)


# In a name or a title braces mean nothing, and a `#` ends the line of an option.
PLAIN = [payload for payload in PAYLOADS if "{" not in payload]
ALL = " ".join(PAYLOADS)
ALL_PLAIN = " ".join(PLAIN)
OPTIONS = "\n".join(
    f"    * {payload}\n      +1 {_quoted(payload)}\n      > {_prose(payload)}\n      __proto__> Because {{why}}."
    for payload in PLAIN
    if "#" not in payload
)
STORY = f"""\
title {_quoted(ALL_PLAIN)}
author {_quoted(PAYLOADS[0])}
series {_quoted(PAYLOADS[1])} part 2
summary {_quoted(ALL_PLAIN)}
note {_quoted(PAYLOADS[3])}
note {_quoted(ALL_PLAIN)}
afterword {_quoted(ALL_PLAIN)}
rating {_quoted(PAYLOADS[1])}
warning {_quoted(PAYLOADS[2])}
tags {_quoted(PAYLOADS[4])}, {_quoted(PAYLOADS[5])}
language {_quoted('en" onload="' + RUN)}
told from __proto__'s side

scale toString: valueOf < isPrototypeOf {_quoted(PAYLOADS[0])} < propertyIsEnumerable
fact length: 0..3
fact watch: yes/no

person __proto__ {_quoted(PAYLOADS[0])} (they) called {_quoted(PAYLOADS[1])} by constructor
  feels hasOwnProperty: toString = isPrototypeOf
  keeps prototype toward constructor: yes/no

person constructor {_quoted(PAYLOADS[5])} (she)
  feels name: toString = isPrototypeOf
  shows name

scene __defineGetter__ with __proto__, constructor
  > {_prose(ALL)}
  moment arguments: __proto__
{OPTIONS}
    -> document
  moment document: constructor
    * window
      +seems(__proto__.hasOwnProperty) {_quoted(PAYLOADS[0])}
      > {{__proto__}} and {{constructor}}, {{length}}.
      constructor> {{name}}: {{why}}.
      ~ length += 1
    -> end

ending onload {_quoted(ALL_PLAIN)} when length is 2
  > {_prose(ALL)}
"""
