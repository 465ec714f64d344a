"""One PDF page into blocks in reading order: tables, drawn boxes, label and value pairs, columns, paragraphs.

In: body lines, grids and boxes of the page. Out: `Block`s of `models.layout`, headings not yet marked.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.layout.order import reading_order
from extractors.layout.pdf.blocks import box_of, make_blocks, table_text
from extractors.layout.pdf.boxes import Box, Drawn
from extractors.layout.pdf.lines import centre_in, union
from extractors.layout.pdf.pairs import MIN_PAIRS, as_pairs
from models.evidence import BBox
from models.layout import Block, BlockKind, Line, Table

#: A column of labels is as wide at least, and stands off the values by as much, in points.
LABELS, GUTTER = 30.0, 3.0
#: A rail takes so much of the height of what stands beside it, whose title is among the first lines.
RAIL, TITLE_LINES = 0.5, 4


@dataclass
class Place:
    """A box of the page (or the page itself) with what stands in it."""

    bbox: BBox
    region: int | None = None
    fill: int | None = None
    lines: list[Line] = field(default_factory=list)
    tables: list[tuple[BBox, Table]] = field(default_factory=list)
    places: list["Place"] = field(default_factory=list)


def page_blocks(
    lines: Sequence[Line], tables: Sequence[tuple[BBox, Table]], drawn: Drawn, *, page: int, ocr: bool = False
) -> tuple[Block, ...]:
    """All blocks of the page. Every line ends in exactly one block or table cell."""
    root = Place(bbox=(0, 0, 10_000, 10_000))
    boxes = _useful(drawn.boxes, lines, [bbox for bbox, _ in tables])
    places = [Place(box.bbox, region, box.fill) for region, box in enumerate(boxes, 1)]
    for place in places:
        _innermost(root, places, place.bbox, but=place).places.append(place)
    for line in lines:
        _innermost(root, places, box_of(line)).lines.append(line)
    for bbox, table in tables:
        _innermost(root, places, bbox).tables.append((bbox, table))
    return tuple(_read(root, page, ocr))


def _useful(boxes: Sequence[Box], lines: Sequence[Line], tables: Sequence[BBox]) -> list[Box]:
    """Boxes that hold whole lines and are not the background of a table or of a cell of one."""
    useful: list[Box] = []
    for box in boxes:
        inside = [line for line in lines if centre_in(box_of(line), box.bbox)]
        whole = [
            line
            for line in inside
            if box_of(line)[0] >= box.bbox[0] - 3 and box_of(line)[2] <= box.bbox[2] + 3
        ]
        if not inside or len(whole) < 0.8 * len(inside):
            continue
        if any(centre_in(box.bbox, table) and box.area <= 1.1 * _area(table) for table in tables):
            continue
        if any(_area(table) > 0.6 * box.area and centre_in(table, box.bbox) for table in tables):
            continue
        useful.append(box)
    return useful


def _area(bbox: BBox) -> float:
    return (bbox[2] - bbox[0]) * (bbox[3] - bbox[1])


def _innermost(root: Place, places: Sequence[Place], bbox: BBox, but: Place | None = None) -> Place:
    around = [
        p
        for p in places
        if p is not but
        and centre_in(bbox, p.bbox)
        and (but is None or _area(p.bbox) > _area(but.bbox) * 1.05)
    ]
    return min(around, key=lambda p: _area(p.bbox), default=root)


@dataclass(frozen=True)
class _Item:
    bbox: BBox
    thing: Line | Table | Place


def _read(place: Place, page: int, ocr: bool) -> list[Block]:
    items = [_Item(box_of(line), line) for line in place.lines]
    items += [_Item(bbox, table) for bbox, table in place.tables]
    items += [_Item(_extent(inner), inner) for inner in place.places if _holds(inner)]
    if not items:
        return []
    blocks: list[Block] = []
    run: list[Line] = []

    def flush() -> None:
        if run:
            blocks.extend(make_blocks(run, page=page, region=place.region, fill=place.fill, ocr=ocr))
            run.clear()

    for item in _titled_first(reading_order(_paired(items), lambda i: i.bbox)):
        if isinstance(item.thing, Line):
            run.append(item.thing)
            continue
        flush()
        if isinstance(item.thing, Place):
            blocks.extend(_read(item.thing, page, ocr))
        else:
            blocks.append(_table_block(item.thing, item.bbox, page, place, ocr))
    flush()
    return blocks


def _titled_first(items: list[_Item]) -> list[_Item]:
    """A filled rail left of a title holds what belongs to it: it is read behind the texts on its right."""
    rail, rest = items[0], items[1:]
    if not isinstance(rail.thing, Place) or rail.thing.fill is None or len(rest) < 2:
        return items
    right = all(item.bbox[0] >= rail.bbox[2] - GUTTER for item in rest)
    height = max(item.bbox[3] for item in rest) - min(item.bbox[1] for item in rest)
    if not right or rail.bbox[3] - rail.bbox[1] < RAIL * height:
        return items
    top = [item.thing.size for item in rest[:TITLE_LINES] if isinstance(item.thing, Line)]
    return [*rest, rail] if max(top, default=0.0) > _largest(rail.thing) + 1 else items


def _largest(place: Place) -> float:
    sizes = [line.size for line in place.lines]
    return max([*sizes, *map(_largest, place.places)], default=0.0)


def _paired(items: list[_Item]) -> list[_Item]:
    """Lines that stand as label and value pairs become one table, between the lines around them."""
    lines = [item for item in items if isinstance(item.thing, Line)]
    others = [item for item in items if not isinstance(item.thing, Line)]
    if len(lines) < 6 or (others and len(others) > 3):
        return items
    bounds = sorted(item.bbox[1] for item in others)
    result: list[_Item] = list(others)
    zones: dict[int, list[_Item]] = {}
    for item in sorted(lines, key=lambda i: i.bbox[1]):
        zones.setdefault(sum(bound < item.bbox[1] for bound in bounds), []).append(item)
    for zone in zones.values():
        result += _pair_zone(zone)
    return result


def _pair_zone(zone: list[_Item]) -> list[_Item]:
    """Cut the zone at lines that cross the gutter; try each run of lines between them."""
    values = _values_at(zone)
    if values is None:
        return zone
    result: list[_Item] = []
    run: list[_Item] = []
    for item in zone:
        if item.bbox[0] < values - GUTTER and item.bbox[2] > values:
            result += [*_pair_run(run), item]
            run = []
        else:
            run.append(item)
    return [*result, *_pair_run(run)]


def _values_at(zone: list[_Item]) -> float | None:
    """Where the values begin: the first left edge that several lines share, right of the labels."""
    left = min((item.bbox[0] for item in zone), default=0)
    edges = Counter(round(item.bbox[0]) for item in zone if item.bbox[0] > left + LABELS)
    return min((edge for edge, count in edges.items() if count >= MIN_PAIRS), default=None)


def _pair_run(run: list[_Item]) -> list[_Item]:
    """The pairs, behind a few lines that head them."""
    for start in range(min(len(run), 8)):
        rest = run[start:]
        if len(rest) < 2 * MIN_PAIRS:
            break
        table = as_pairs([item.thing for item in rest if isinstance(item.thing, Line)])
        if table is not None:
            return [*run[:start], _Item(union(item.bbox for item in rest), table)]
    return run


def _extent(place: Place) -> BBox:
    return place.bbox


def _holds(place: Place) -> bool:
    return bool(place.lines or place.tables or any(_holds(inner) for inner in place.places))


def _table_block(table: Table, bbox: BBox, page: int, place: Place, ocr: bool) -> Block:
    return Block(
        kind=BlockKind.TABLE,
        text=table_text(table),
        page=page,
        bbox=bbox,
        table=table,
        region=place.region,
        fill=place.fill,
        ocr=ocr,
    )
