"""What a page offers to subscribe to: a feed, a calendar, and the addresses that programs want.

No program documents its address for subscribing; these are the ones that sites in general use.
Outlook is led through the web, since the newest one for Windows misreads a webcal address.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from natverk import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed and a calendar of one part of the site, as sources; `calendar` is empty without one.

    `site` is the site's address, empty when nobody knows it: then the addresses below lead nowhere
    and a page shows the files alone.
    """

    name: str
    scope: str
    page: str
    feed: str
    calendar: str
    site: str

    @property
    def feed_address(self) -> str:
        """The feed's whole address, to copy into a feed reader."""
        return urls.on_site(self.site, self.feed)

    @property
    def calendar_address(self) -> str:
        """The calendar's whole address, to copy into a program."""
        return urls.on_site(self.site, self.calendar)

    @property
    def webcal(self) -> str:
        """The address that makes a computer or a telephone open its own calendar program."""
        return "webcal:" + self.calendar_address.partition(":")[2]

    @property
    def google(self) -> str:
        """Where Google Calendar adds the calendar; it takes only webcal."""
        return "https://calendar.google.com/calendar/render?cid=" + quote(self.webcal, safe="")

    @property
    def outlook_at_work(self) -> str:
        """Where Outlook adds the calendar for those who have it from work or school."""
        return "https://outlook.office.com/calendar/0/addfromweb?" + self._for_outlook

    @property
    def outlook_at_home(self) -> str:
        """Where Outlook adds the calendar for those who have an account of their own."""
        return "https://outlook.live.com/calendar/0/addfromweb?" + self._for_outlook

    @property
    def _for_outlook(self) -> str:
        return urlencode(
            {"url": self.calendar_address, "name": self.name}, quote_via=quote, safe=""
        )


def subscription(name: str, scope: str, page: str, site: str) -> Subscription:
    """Return what there is for a part of the site; every part has a feed, few lack a calendar."""
    has_calendar = scope.partition("/")[0] in {"", "natverk", "organisationer", "forbund"}
    return Subscription(
        name=name,
        scope=scope,
        page=page,
        feed=urls.feed_file(scope),
        calendar=urls.calendar_file(scope) if has_calendar else "",
        site=site,
    )
