"""python -m samples.varied --seed 7 --count 30 --out DIR: writes DIR/docs/* and DIR/gold/*.gold.json."""

import argparse
import json
from pathlib import Path
from random import Random

from samples.varied import web
from samples.varied.document import compose
from samples.varied.look import LAYOUTS
from samples.varied.write import written


def main() -> None:
    ask = argparse.ArgumentParser(prog="python -m samples.varied", description=__doc__)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--count", type=int, default=10)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument(
        "--renderer", choices=("chromium", "reportlab"), default="chromium" if web.CHROMIUM else "reportlab"
    )
    ask.add_argument("--layout", choices=sorted(LAYOUTS), help="this layout of sheets only")
    asked = ask.parse_args()
    docs, gold = asked.out / "docs", asked.out / "gold"
    for folder in (docs, gold):
        folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for number in range(1, asked.count + 1):
        made = compose(Random(f"{asked.seed}/{number}"), number, asked.layout)
        name, content = written(made, asked.renderer)
        (docs / name).write_bytes(content)
        record = {"document": name, "contracts": [made.gold]}
        (gold / f"{name}.gold.json").write_text(
            json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        look = made.look
        traits = [
            look.layout,
            made.labels,
            f"title={look.title}",
            f"axis={look.axis_place}",
            f"goals={look.objectives}",
            *made.damage.names,
        ]
        listed.append(f"{name}\t{len(made.gold['actions'])} actions\t{', '.join(traits)}")
        print(listed[-1])
    (asked.out / "traits.tsv").write_text("\n".join(listed) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
