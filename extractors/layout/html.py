"""Web pages: the main content by what the page declares, else by trafilatura, and its structure as blocks.

Menus, footers, cookie notices, asides, forms and comments are left out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura
from lxml import html as lxml_html
from lxml.html import HtmlElement

from extractors.layout.decode import decode
from extractors.layout.flow import flow_result
from extractors.layout.html_walk import BLOCKS, DROPPED, Walk, flat_text, is_banner
from extractors.layout.options import ReadOptions, UnreadableError
from extractors.layout.text import clean
from models.layout import Block, LayoutResult, Line, Outcome

HTML = "text/html"
#: Parts of a page that say whose page it is, outside its content: kept apart as furniture.
_BANNERS = (
    "//header | //footer | //*[@role='banner' or @role='contentinfo'] | "
    "//*[@id='entete' or @id='pied' or @id='header' or @id='footer' or @id='bandeau'] | "
    "//*[@data-elementor-type='header' or @data-elementor-type='footer']"
)
#: A longer text in them is a list of links.
LONGEST_BANNER = 160
#: Smaller than this share of the page's words, what is called "main" is not its main content.
MIN_MAIN = 80


def read_html(path: Path, options: ReadOptions) -> LayoutResult:
    """Raises UnreadableError when the page has no word or cannot be parsed."""
    source = decode(path.read_bytes()).replace("\x00", "")
    source = re.sub(r"^\s*<\?xml[^>]*\?>", "", source)
    try:
        tree = lxml_html.document_fromstring(source)
    except (ValueError, lxml_html.etree.ParserError) as error:
        raise UnreadableError(Outcome.EMPTY, "La page web ne contient aucun mot.") from error
    title = clean(tree.findtext(".//title") or "") or None
    main = _main(tree, source)
    blocks = [*_headline(tree, main), *Walk().blocks(main)]
    reader = f"lxml+trafilatura-{trafilatura.__version__}"
    furniture = tuple(Line(text=text) for text in dict.fromkeys(_whose(tree)))
    return flow_result(blocks, media_type=HTML, reader=reader, title=title, furniture=furniture)


def _headline(tree: HtmlElement, main: HtmlElement) -> Iterator[Block]:
    """The title of the page where it stands above its main content."""
    if next(main.iter("h1"), None) is not None:
        return
    heads = [
        head for head in tree.iter("h1") if next(head.iterancestors("header", "nav", "footer"), None) is None
    ]
    if len(heads) == 1:
        yield from Walk().blocks(heads[0])


def _whose(tree: HtmlElement) -> Iterator[str]:
    """What the page says of its publisher: the name of the site, texts and pictures of its banner and its foot."""
    yield from (clean(name) for name in tree.xpath("//meta[@property='og:site_name']/@content"))
    for banner in tree.xpath(_BANNERS):
        if not is_banner(banner):
            continue
        yield from (clean(alt) for alt in banner.xpath(".//img/@alt") if clean(alt))
        for part in banner.iter():
            if isinstance(part.tag, str) and not any(child.tag in BLOCKS for child in part):
                inner = part.tag not in BLOCKS and part is not banner
                text = "" if inner or part.tag in DROPPED - {"header", "footer"} else flat_text(part)
                if 0 < len(text) <= LONGEST_BANNER:
                    yield text


def _main(tree: HtmlElement, source: str) -> HtmlElement:
    """<main> or the only article; else the smallest element that holds what trafilatura takes for content."""
    for path in ("//main", "//*[@role='main']", "//article"):
        found = tree.xpath(path)
        if len(found) == 1 and len(found[0].text_content()) >= MIN_MAIN:
            return found[0]
    content = trafilatura.extract(source, favor_recall=True, include_comments=False, include_tables=True)
    body = tree.find("body")
    root = body if body is not None else tree
    if not content:
        return root
    pieces = {clean(line).lstrip("-•| ")[:60] for line in content.splitlines() if len(clean(line)) > 25}
    best = root
    while pieces:
        inner = [child for child in best if isinstance(child.tag, str)]
        holding = [child for child in inner if _holds(child, pieces) >= 0.9 * _holds(best, pieces)]
        if len(holding) != 1 or best.tag == "table":
            break
        best = holding[0]
    return best


def _holds(element: HtmlElement, pieces: set[str]) -> int:
    text = clean(element.text_content())
    return sum(piece in text for piece in pieces)
