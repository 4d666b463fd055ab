"""The only file that knows MkDocs: hands it the Outputs, and puts the new site in place when whole.

Content is checked before MkDocs touches anything. The site is built and indexed in a folder of its
own beside the last good one, and takes its place at the very end, unless MkDocs or the search index
had something to complain about. The hooks stand in the order that MkDocs calls them.
"""

from __future__ import annotations

import datetime as dt
import gc
import logging
import os
import sys
from fnmatch import fnmatch
from html import unescape
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page, _AbsoluteLinksValidationValue
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from natverk import urls
from natverk.changes import Changes
from natverk.cli import stops, today
from natverk.findings import Level
from natverk.githistory import read_changes, web_address
from natverk.load import load
from natverk.model.days import Day
from natverk.outputs import Front, Output
from natverk.pages.accessible import Accessible
from natverk.pages.hand_written import front_by_hand
from natverk.pages.lead import lead
from natverk.pages.linked_data import breadcrumbs, website
from natverk.pages.markdown import swedish_date, written_date
from natverk.pages.paper import DOCUMENTS, with_addresses
from natverk.pages.safe_html import safe_page
from natverk.replacement import Replacement
from natverk.report import as_text, summary
from natverk.rules import check
from natverk.searching.bundle import write_index
from natverk.searching.entries import Entry, entries
from natverk.searching.known import known_files
from natverk.searching.marks import Marker, marker
from natverk.searching.service import UnindexedError
from natverk.site import MENU, build, write_all
from natverk.words.search import search_words

log = logging.getLogger("mkdocs.natverk")

OVERRIDES = Path(__file__).parent.parent / "overrides"
EXTENSIONS = ("attr_list", "def_list", "md_in_html", "sane_lists", "tables", "fenced_code", "toc")
"""What the generated pages are written in, whatever mkdocs.yml says."""

OWN_FORMS = frozenset({urls.HOME, urls.SEARCH})
"""Pages with forms of ours and no text of any author."""

STYLESHEET = "assets/material.css"
"""What is used of the theme's own assets; its scripts and pictures are not published."""


class Run:
    """What one build needs from its first event to its last."""

    def __init__(self) -> None:
        self.command = "build"
        self.outputs: dict[str, Output] = {}
        self.changes = Changes()
        self.marker: Marker | None = None
        self.entries: list[Entry] = []
        self.replacement: Replacement | None = None
        self.warnings = CountHandler()
        self.rendered = 0


run = Run()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a build or a preview."""
    run.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check the content and make the Outputs; stop here if the content has errors.

    A preview that has run well once goes on with what it had, since MkDocs would hang otherwise.
    """
    if run.command == "serve":
        _tell_only()
    gc.disable()  # nothing made here is garbage yet, and looking for it costs a third of the reading
    try:
        outputs = _outputs(config)
    finally:
        gc.enable()
    if outputs is not None:
        run.outputs = {output.path: output for output in outputs}
        log.info("%s sidor och filer att bygga", len(outputs))
    elif run.command == "serve" and run.outputs:
        log.error("Innehållet har fel. Sidorna visas som de var tills felen är rättade.")
    else:
        raise Abort("Innehållet har fel, så webbplatsen byggs inte. Den förra ligger kvar.")
    _configure(config)
    return config


def _outputs(config: MkDocsConfig) -> tuple[Output, ...] | None:
    """Return the Outputs, or None after telling the content's errors."""
    root, day = _root(config), _today()
    log.info("Läser och granskar innehållet")
    catalogue = load(root)
    findings = check(catalogue, day)
    if stops(findings, strict=False):
        errors = [finding for finding in findings if finding.level is Level.ERROR]
        print(as_text(errors), file=sys.stderr)  # noqa: T201 - the report is the point
        return None
    if findings:
        log.info("%s; visa dem med: make check", summary(findings))
    run.changes = read_changes(root)
    public = catalogue.public()
    run.marker = marker(public, search_words())
    return build(public, day, changes=run.changes, site=config.site_url or "")


def _root(config: MkDocsConfig) -> Path:
    """Return the folder of mkdocs.yml, made absolute as MkDocs makes `docs_dir`."""
    return Path(os.path.abspath(config.config_file_path)).parent  # noqa: PTH100 - links stay, as there


def _today() -> dt.date:
    """Return the day in Sweden, or the one that NATVERK_TODAY names."""
    given = os.environ.get("NATVERK_TODAY")
    return Day.read(given).first if given else today()


def _configure(config: MkDocsConfig) -> None:
    run.rendered = 0
    run.entries = []
    if str(OVERRIDES) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(OVERRIDES))
    config.use_directory_urls = True  # addresses are forever, and scripts and feeds know them
    config.repo_url = config.repo_url or web_address(_root(config))
    if not config.repo_url:
        config.edit_uri = None
    needed = [name for name in EXTENSIONS if name not in config.markdown_extensions]
    config.markdown_extensions += [*needed, Accessible()]  # type: ignore[list-item]  # Python-Markdown takes objects, too
    config.validation.links.absolute_links = _AbsoluteLinksValidationValue.RELATIVE_TO_DOCS
    if config.nav is None:
        config.nav = [{title: source} for title, source in MENU]
    if run.command == "serve":
        return
    run.warnings = CountHandler()
    run.warnings.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(run.warnings)
    run.replacement = Replacement(Path(config.site_dir))
    config.site_dir = str(run.replacement.new)


def _tell_only() -> None:
    """Let a preview go on in spite of warnings, which a strict MkDocs would count and hang for."""
    logger = logging.getLogger("mkdocs")
    for handler in [one for one in logger.handlers if isinstance(one, CountHandler)]:
        logger.removeHandler(handler)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand every Output over; a path that a hand-written page has taken is refused."""
    _keep_stylesheet_only(files, config)
    taken = {file.dest_uri: file.src_uri for file in files if file.src_dir == config.docs_dir}
    for output in run.outputs.values():
        file = _file(output, config)
        if file.dest_uri in taken:
            _refuse(files, taken[file.dest_uri])
        files.append(file)
    return files


def _refuse(files: Files, source: str) -> None:
    """Stop at a hand-written page whose address is taken; a preview goes on without it."""
    told = (
        f"docs/{source} har samma adress som en sida som skapas av innehållet. "
        "Flytta eller döp om den."
    )
    if run.command != "serve":
        raise Abort(told)
    log.error(told)
    if found := files.get_file_from_path(source):
        files.remove(found)


def _keep_stylesheet_only(files: Files, config: MkDocsConfig) -> None:
    """Drop the theme's assets, save its stylesheet, which gets a name that base.html knows."""
    ours = {config.docs_dir, *map(str, (OVERRIDES, config.theme.custom_dir))}
    for file in [one for one in files if one.src_uri.startswith("assets/")]:
        if file.src_dir in ours:
            continue
        files.remove(file)
        if fnmatch(file.src_uri, "assets/stylesheets/main.*.css"):
            style = file.content_bytes.partition(b"/*# sourceMappingURL=")[0]
            files.append(File.generated(config, STYLESHEET, content=style))


def _file(output: Output, config: MkDocsConfig) -> File:
    root = _root(config)
    inclusion = InclusionLevel.NOT_IN_NAV if output.is_page else InclusionLevel.INCLUDED
    if output.content is None:
        source = str(root / (output.origin or ""))
        return File.generated(config, output.path, abs_src_path=source, inclusion=inclusion)
    file = File.generated(config, output.path, content=output.content, inclusion=inclusion)
    file.edit_uri = None
    if output.origin:
        file.edit_uri = os.path.relpath(root / output.origin, config.docs_dir).replace(os.sep, "/")
    return file


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Set the pages outside the navigation in their place: what is above, before and after."""
    pages: dict[str, Page] = {}
    for output in run.outputs.values():
        file = files.get_file_from_path(output.path)
        if output.is_page and file:
            pages[output.path] = file.page or Page(None, file, config)
    for path, page in pages.items():
        output = run.outputs[path]
        parent = files.get_file_from_path(output.parent or "")
        if parent and parent.page:
            page.parent = parent.page  # type: ignore[assignment]  # a page may stand above
        if output.earlier or output.later:
            page.previous_page = pages.get(output.earlier or "")
            page.next_page = pages.get(output.later or "")
    for file in files.documentation_pages():
        above = files.get_file_from_path(str(PurePosixPath(file.src_uri).with_name("index.md")))
        is_outside = file.src_dir and file.inclusion is InclusionLevel.NOT_IN_NAV
        if is_outside and file.page and above and above is not file:
            file.page.parent = above.page  # type: ignore[assignment]  # as above
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell when a page's content last changed, which MkDocs would take the day of the build for."""
    if page.file.src_uri not in run.outputs:
        source = Path(config.docs_dir, page.file.src_uri).relative_to(_root(config)).as_posix()
        if change := run.changes.last(source):
            day = swedish_date(change.when)
            page.meta["nv_changed"] = day.isoformat()
            page.meta.setdefault("git_revision_date_localized", written_date(day))
    page.update_date = page.meta.get("nv_changed", "")
    if page.is_homepage:
        page.update_date = _today().isoformat()  # it shows what is next, and so is new every day
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let only harmless HTML through from pages that hold authors' texts, and make it fit for paper."""
    run.rendered += 1
    page.meta.setdefault("description", lead(html))
    if run.rendered % 1000 == 0:
        log.info("%s sidor lästa", run.rendered)
    page.markdown = ""
    if page.file.src_uri in run.outputs and page.file.src_uri not in OWN_FORMS:
        html = safe_page(html)
    if run.marker:
        run.entries += entries(_front(page), page.url, html, run.marker)
    if page.meta.get("kind", "") in {"", *DOCUMENTS}:
        html = with_addresses(html, page.canonical_url or "")
    return html


def _front(page: Page) -> Front:
    """Return what the search is told of a page."""
    output = run.outputs.get(page.file.src_uri)
    if output and output.front:
        return output.front
    searched = page.meta.get("search") is not False
    return front_by_hand(page.file.src_uri, unescape(str(page.title)), searched=searched)


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Tell machines what a page is about and how to get there from the home page."""
    if not config.site_url:
        return context
    if page.is_homepage:
        data = [website(config.site_name, config.site_url)]
    else:
        data = [page.meta["nv_data"]] if "nv_data" in page.meta else []
        data.append(breadcrumbs(_way(page, nav)))
    context["nv_data"] = data  # type: ignore[typeddict-unknown-key]  # our own
    return context


def _way(page: Page, nav: Navigation) -> list[tuple[str, str]]:
    """Return the titles and addresses of the pages from the home page to this one."""
    above = [step for step in [*page.ancestors][::-1] if isinstance(step, Page)]
    steps = [step for step in (nav.homepage, *above, page) if step]
    return [(unescape(str(step.title)), step.canonical_url or "") for step in steps]


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    """Let go of the text that a page was made from: MkDocs would keep thousands until the end."""
    page.content = ""
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Index the new site, and let it take the old one's place if nothing was wrong."""
    log.info("Bygger sökindexet")
    try:
        write_index(run.entries, Path(config.site_dir, "pagefind"))
        if run.marker:
            write_all(known_files(run.marker), _root(config), Path(config.site_dir))
    except UnindexedError as error:
        if run.command == "serve":
            log.error("Sökningen fungerar inte: %s", error)  # noqa: TRY400 - no trace is wanted
            return
        raise Abort(f"Sökindexet kunde inte byggas: {error}") from error
    if run.replacement is None:
        return
    logging.getLogger("mkdocs").removeHandler(run.warnings)
    if config.strict and run.warnings.get_counts():
        run.replacement.discard()
    else:
        run.replacement.take_place()
    config.site_dir = str(run.replacement.target)


def on_build_error(error: Exception) -> None:
    """Throw the half-made site away; the last good one has not been touched."""
    logging.getLogger("mkdocs").removeHandler(run.warnings)
    if run.replacement:
        run.replacement.discard()
