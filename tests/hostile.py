"""A site of one association whose every field holds what could be taken for code somewhere."""

from __future__ import annotations

import json
import re

SIGNS = (
    *(
        "{{ 7*7 }}",
        "{% raw %}",
        "{{{",
        "${alert(1)}",
        "{: onclick=alert(1) }",
        "#{7*7}",
        "$$",
        "-->",
    ),
    *(
        "]]>",
        "&lt;b&gt;",
        "&amp;amp;",
        "&#60;script&#62;",
        "%0d%0aX: y",
        "\\n",
        "\\",
        ";",
        "'",
        "***",
    ),
    *(
        "`kod`",
        "``",
        "-`",
        "a|b",
        "**fet** _kursiv_",
        "[^1]",
        "*[HTML]:",
        ":::",
        "~~~",
        "7*7*7",
        "🦊",
    ),
    *("BEGIN:VEVENT", "www.evil.example", "klzzwxh:0", "wzxhzdk:0", 'https://evil.example/"x'),
)
TAGS = (
    *(
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "'><svg onload=alert(1)>",
    ),
    *("<!--", "</title>", "</textarea>", "</mark>", "<mark>", "<?php ?>", "](javascript:alert(1))"),
    *("[x](javascript:alert(1))", "<https://evil.example>", "<b onclick=alert(1)>"),
)
DATA = " ".join((*TAGS, *SIGNS))
"""What a register may hold anywhere."""

HEAD = " ".join(SIGNS)
"""What may stand at the top of a document, where HTML is refused."""

UNSEEN = "\u2028\u202e\u200b"
LINK = "https://evil.example/?a=1&lt;b='{{7*7}}'{:onclick=alert(1)}](javascript:alert(1))|`*_~"
LONG = "å" * 10_000


def _filled(texts: dict[str, str]) -> dict[str, str]:
    """Return files with `«field»` as the field's name and everything hostile, and `«»` as an address."""
    return {path: _with_values(path, text) for path, text in texts.items()}


def _with_values(path: str, text: str) -> str:
    return re.sub(r"«(\w*)»", lambda found: _value(path, found[1]), text)


def _value(path: str, field: str) -> str:
    if not field:
        return json.dumps(LINK)
    signs = HEAD if path.endswith(".md") else DATA
    return json.dumps(f"{field} {signs}{UNSEEN}", ensure_ascii=False)


HOSTILE = _filled(
    {
        "networks/organisations.yml": """\
onda:
  name: «Kommunnamn»
  short: «Kommunkort»
  aliases: [«Kommunalias»]
  kind: kommun
  site: «»
bryggeby: {name: Bryggeby, kind: kommun}
""",
        "networks/topics.yml": "amnet:\n  name: «Amnesnamn»\n  about: «Amnestext»\n",
        "networks/glossary.yml": """\
vfu: {term: VFU, expansion: «Utlasning», explanation: «Forklaring»}
annat: {term: «Ordet», expansion: «Annanutlasning»}
""",
        "networks/people.yml": "p-1: {name: «Personnamn», organisations: [onda]}\n",
        "networks/ond/association.yml": """\
name: «Forbundsnamn»
legal_form: kommunalförbund
members: [{organisation: onda}, {organisation: bryggeby}]
site: «»
notice_board: «»
report: «»
about: «Forbundstext»
decisions_note: «Beslutsnot»
contacts: [{name: «Kontaktnamn», title: «Kontakttitel», phone: «Kontakttelefon»}]
legal_texts: [{about: «Lagrubrik», text: «Lagtext»}]
accessibility:
  service: «Tjanstenamn»
  status: delvis förenlig
  assessed: 2024-04-02
  method: «Metodtext»
  feedback: «»
  barriers: [{what: «Bristtext», why: «Bristorsak»}]
""",
        "networks/ond/natet/network.yml": """\
name: «Natverksnamn»
aliases: [«Natverksalias»]
kind: forum
about: «Natverkstext»
note: «Natverksnot»
topics: [amnet]
site: «»
contacts: [{name: «Natverkskontakt», title: «Natverkstitel»}]
seats: [{organisation: onda, scope: [«Ansvarsnamn»]}]
members:
  - name: «Personnamn»
    person: p-1
    title: «Medlemstitel»
    organisation: onda
    scope: [«Ansvarsnamn»]
    roles: [«Rollnamn»]
    note: «Medlemsnot»
represented_in: [{body: «Instansnamn», persons: [«Personnamn»], note: «Instansnot»}]
annual_reports: [{year: 2023, document: «»}]
meetings:
  - date: 2024-03-08
  - {date: 2024-06-14, place: «Platsnamn», status: inställt, reason: «Skaltext», note: «Kalendernot»}
  - {date: 2024-07-12, place: «Annanplats»}
""",
        "networks/ond/natet/mandates/2024.md": """\
---
rubrik: «Uppdragsrubrik»
källa: «Uppdragskalla»
anmärkning: «Uppdragsnot»
---

## Syfte
""",
        "networks/ond/matters/arendet.yml": """\
title: «Arendenamn»
topics: [amnet]
agreement: avtalet
about: «Arendetext»
note: «Arendenot»
steps:
  - {body: natet, date: 2024-03-08, does: «Stegtext», outcome: «Stegutfall», link: «»}
  - {body: varje kommun, expected: «Stegvantan»}
local_decisions: [{organisation: onda, date: 2024-04-23, outcome: «Kommunutfall», link: «»}]
""",
        "networks/ond/agreements/avtalet.yml": """\
title: «Avtalsnamn»
from: 2022-07-01
parties: [{organisation: onda}, {group: «Partsnamn», count: 3}]
governs: «Avtalstext»
bodies: [natet]
documents: [{title: «Avtalsdokument», link: «»}]
note: «Avtalsnot»
""",
        "networks/ond/news/2024-03-11-nyhet.md": """\
---
rubrik: «Nyhetsrubrik»
nätverk: [natet]
ämnen: [amnet]
ärenden: [arendet]
kontakt: [«Nyhetskontakt»]
källa: «Nyhetskalla»
anmärkning: «Nyhetsnot»
---

VFU {{ 7*7 }} {: onclick=alert(1) } &lt;b&gt; ]]> \\<script>alert(1)\\</script>
""",
        "minutes/natet/2024-03-08.md": f"""\
---
plats: «Motesplats»
vid anteckningarna: «Skrivarnamn»
diarienummer: «Diarienummer»
källa: «Moteskalla»
anmärkning: «Motesnot»
---

## Närvarande

- Anna | &lt;script&gt; {{{{ 7*7 }}}}, Bryggeby

## Ärenden {{{{ 7*7 }}}} `kod` a|b ]]> &lt;b&gt; {{: onclick=alert(1) }}

### § 1 Punkt {{% raw %}} &lt;script&gt; \\<img src=x onerror=alert(1)>

- Ärende: arendet
- Ämne: amnet

VFU {{: onclick="alert(1)" }}
{{: #x onmouseover=alert(1) }}

\\<script>alert(1)\\</script> och {{{{ 7*7 }}}} och `<script>alert(1)</script>`

> **Beslut 1: \\<script>alert(1)\\</script> {{: onclick=alert(1) }} {{{{ 7*7 }}}} `k` &lt;b&gt;**
>
> &#60;script&#62;alert(1)&#60;/script&#62; {LONG}
>
> - Ärende: arendet

> **Att göra 1: \\<img src=x onerror=alert(1)> {{{{ 7*7 }}}}**
>
> - Ansvarig: {{{{ 7*7 }}}} \\<img src=x>

## Bilagor

- [Bilaga {{{{ 7*7 }}}} &lt;b&gt; {{: onclick=alert(1) }} `x` a|b](2024-03-08/x.csv "onclick=alert(1)")
""",
        "minutes/natet/2024-03-08/x.csv": "a;b\n",
    }
)
