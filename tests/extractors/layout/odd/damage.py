"""Good files that were cut, scratched, padded or locked."""

from collections.abc import Iterator
from functools import partial
from random import Random

import pymupdf

from models.layout import Outcome
from tests.extractors.layout.odd.odd_file import PARSED, READ, OddFile
from tests.extractors.layout.odd.raw import contract, drawn, good, packed, scanned

SAYS = "Contrat local de santé de Guéret"
LOCKS = {
    "rc4-40": pymupdf.PDF_ENCRYPT_RC4_40,
    "rc4-128": pymupdf.PDF_ENCRYPT_RC4_128,
    "aes-128": pymupdf.PDF_ENCRYPT_AES_128,
    "aes-256": pymupdf.PDF_ENCRYPT_AES_256,
}


def files(rolls: Random) -> Iterator[OddFile]:
    yield from _cut()
    yield from _scratched(rolls)
    yield from _references()
    yield from _locked()


def _cut() -> Iterator[OddFile]:
    for name, source, steps in (("good", good, 30), ("packed", packed, 30), ("scanned", scanned, 12)):
        for step in range(steps):
            share = (step + 0.5) / steps
            yield OddFile(f"cut-{name}-{share:.3f}.pdf", partial(_head, source(), share), slow=step % 6 > 0)
        for lost in (1, 2, 6, 7, 40, 200):
            yield OddFile(f"cut-{name}-last-{lost}.pdf", lambda s=source, n=lost: s()[:-n], slow=lost < 40)


def _head(data: bytes, share: float) -> bytes:
    return data[: int(len(data) * share)]


def _scratched(rolls: Random) -> Iterator[OddFile]:
    for name, source in (("good", good), ("packed", packed)):
        for number in range(36):
            flips, seed = 2 ** (number % 9), rolls.randrange(2**32)
            yield OddFile(
                f"flip-{name}-{flips}-{number}.pdf", partial(_flip, source(), flips, seed), slow=number > 8
            )
        for number in range(10):
            seed = rolls.randrange(2**32)
            slow = number > 1
            yield OddFile(f"hole-{name}-{number}.pdf", partial(_hole, source(), seed, True), slow=slow)
            yield OddFile(f"zeros-{name}-{number}.pdf", partial(_hole, source(), seed, False), slow=slow)


def _flip(data: bytes, count: int, seed: int) -> bytes:
    rolls, out = Random(seed), bytearray(data)
    for _ in range(count):
        out[rolls.randrange(len(out))] = rolls.randrange(256)
    return bytes(out)


def _hole(data: bytes, seed: int, taken: bool) -> bytes:
    rolls = Random(seed)
    start, length = rolls.randrange(len(data)), rolls.randrange(10, 2000)
    return data[:start] + (b"" if taken else bytes(min(length, len(data) - start))) + data[start + length :]


def _references() -> Iterator[OddFile]:
    def after(mark: bytes, new: bytes) -> bytes:
        at = good().rindex(mark)
        return good()[:at] + new

    body = good()
    table = body.rindex(b"xref\n", 0, body.rindex(b"startxref"))
    changed = {
        "start-0": after(b"startxref", b"startxref\n0\n%%EOF"),
        "start-huge": after(b"startxref", b"startxref\n99999999999999999999\n%%EOF"),
        "start-negative": after(b"startxref", b"startxref\n-5\n%%EOF"),
        "start-itself": after(b"startxref", b"startxref\n%d\n%%%%EOF" % body.rindex(b"startxref")),
        "no-eof": after(b"%%EOF", b""),
        "no-trailer": body[:table],
        "shifted": body[: table + 20] + body[table + 20 :].replace(b"0000", b"0001"),
        "letters": body[:table] + b"xref\nabc def\n" + body[body.rindex(b"trailer") :],
        "prev-loop": body.replace(b"trailer\n<<", b"trailer\n<</Prev %d" % table),
        "junk-before": b"\x00junk\n" * 60 + body,
        "junk-after": body + b"\x00\xff" * 5000,
        "twice": body + body,
        "line-ends": body.replace(b"\n", b"\r\n"),
        "as-text": body.decode("latin-1").encode("utf-8"),
        "no-version": body.replace(b"%PDF-1.7", b"%PDF-"),
        "version-9": body.replace(b"%PDF-1.7", b"%PDF-9.9"),
    }
    for name, data in changed.items():
        must = READ if name in {"no-eof", "junk-before", "junk-after", "start-0", "no-trailer"} else None
        yield OddFile(f"xref-{name}.pdf", lambda d=data: d, *((must,) if must else ()))


def _locked() -> Iterator[OddFile]:
    for name, method in LOCKS.items():
        lock = partial(drawn, contract, encryption=method, owner_pw="maire")
        yield OddFile(f"locked-{name}.pdf", partial(lock, user_pw="ars"), frozenset({Outcome.ENCRYPTED}))
        yield OddFile(f"owner-only-{name}.pdf", partial(lock, user_pw=""), PARSED, SAYS)
        yield OddFile(f"locked-cut-{name}.pdf", lambda f=lock: f(user_pw="ars")[:-300], slow=True)
