"""What people write when they mean a decision, a follow-up or a meeting, as whole addresses."""

from __future__ import annotations

import re

_DATE = r"(\d{4}-\d\d-\d\d(?:-\d+)?)(?:\.md)?"
_WORDS = {"b": "beslut", "a": "att[ -]g[oö]ra"}


def decision_address(text: str, meeting: str, letter: str = "b") -> str | None:
    """Return `text` as a whole address when it has the form of one, whether it exists or not.

    It is read near the meeting with that id. `letter` is `b` for decisions and `a` for follow-ups.
    """
    network = meeting.partition("/")[0]
    bare = re.sub(
        r"^(?:https?://[^\s#]*?/natverk/|(?:\.{1,2}/)+|/?natverk/)", "", text.strip().strip("/")
    )
    found = re.fullmatch(
        rf"(?:(?:([a-z0-9-]+)/)?{_DATE}[/\s]*)?#?(?:{letter}|{_WORDS[letter]}[ -]?)(\d+)",
        bare,
        re.IGNORECASE,
    )
    if not found:
        return None
    home = f"{found[1] or network}/{found[2]}" if found[2] else meeting
    return f"{home}/{letter}{int(found[3])}"


def meeting_address(text: str, near: str) -> str | None:
    """Return the id of a meeting when `text` has the form of one, whether it exists or not.

    `<network>/<date>`, or `<date>` within the network of the meeting `near`; or a link to it.
    """
    found = re.fullmatch(rf"(?:\.{{0,2}}/)*(?:([a-z0-9-]+)/)?{_DATE}(?:#.*)?", text.strip())
    return f"{found[1] or near.partition('/')[0]}/{found[2]}" if found else None
