"""The crawl of one source by Scrapy. In: a source. Out: one line of JSON a document or issue, bodies in a folder.

Runs in a process of its own (`crawl.py`): Twisted's reactor starts once, and a crash costs one source only.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import scrapy
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.linkextractors import LinkExtractor
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError
from twisted.python.failure import Failure

from models.text import fold
from pipeline.collect.addresses import is_literal, is_public
from pipeline.collect.patterns import DOCUMENT_SUFFIXES, IGNORED_SUFFIXES, WORTH_FOLLOWING
from pipeline.sources import Source

HEADERS = ("Content-Type", "Last-Modified", "ETag", "Content-Length", "Content-Disposition")


class PublicResolver(CachingThreadedResolver):
    """Refuses names that resolve to private addresses, at the moment of connecting."""

    def getHostByName(self, name: str, timeout: Any = ()) -> "Deferred[str]":
        return super().getHostByName(name, timeout).addCallback(_public_only, name)


#: Names found to stand for private addresses. Twisted tells a request only that its name gave no address.
_REFUSED: set[str] = set()


def _public_only(address: str, name: str) -> str:
    if not is_public(address):
        _REFUSED.add(name)
        raise DNSLookupError(f"{name} is a private address")
    return address


class PublicAddresses:
    """Downloader middleware: the same for hosts given as numbers and names refused before, redirects included."""

    def process_request(self, request: Request) -> None:
        host = urlsplit(request.url).hostname or ""
        if host in _REFUSED or (is_literal(host) and not is_public(host)):
            raise PrivateAddress(host)


class PrivateAddress(IgnoreRequest):
    """The request goes to a private address."""


def settings_for(source: Source, cache: Path) -> dict[str, Any]:
    """Polite by default: robots.txt, a delay, few at a time, retries with back-off, conditional requests."""
    settings: dict[str, Any] = {
        "USER_AGENT": "AtlasCLS/0.1 (inventaire des contrats locaux de santé)",
        "ROBOTSTXT_OBEY": True,
        "DOWNLOAD_DELAY": source.delay,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
        "AUTOTHROTTLE_ENABLED": source.delay > 0,
        "AUTOTHROTTLE_START_DELAY": source.delay or 1,
        "RETRY_TIMES": 3,
        "DOWNLOAD_TIMEOUT": 60,
        "DOWNLOAD_MAXSIZE": source.max_mb * 1024 * 1024,
        "DOWNLOAD_WARNSIZE": 0,
        "DEPTH_LIMIT": source.depth,
        "CLOSESPIDER_PAGECOUNT": source.max_pages,
        "HTTPCACHE_ENABLED": True,
        "HTTPCACHE_DIR": str(cache),
        "HTTPCACHE_POLICY": "scrapy.extensions.httpcache.RFC2616Policy",
        "HTTPCACHE_STORAGE": "scrapy.extensions.httpcache.FilesystemCacheStorage",
        "HTTPCACHE_GZIP": True,
        # Ask each time whether it changed: a site's "no-cache" would make Scrapy read it all again,
        # and its "max-age" hide a new contract.
        "HTTPCACHE_IGNORE_RESPONSE_CACHE_CONTROLS": ["no-cache", "no-store"],
        "DEFAULT_REQUEST_HEADERS": {"Accept-Language": "fr", "Cache-Control": "max-age=0"},
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }
    if not source.allow_private:
        settings["TWISTED_DNS_RESOLVER"] = f"{__name__}.PublicResolver"
        settings["DOWNLOADER_MIDDLEWARES"] = {f"{__name__}.PublicAddresses": 50}
    return settings


class ContractSpider(scrapy.Spider):
    """Follows the links that speak of contracts on the declared hosts, keeps pages and documents."""

    name = "contracts"

    def __init__(self, source: Source, spool: Path, tell: Callable[[str], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.source, self.spool, self.tell = source, spool, tell
        self.allowed_domains = sorted(source.allowed_hosts)
        self.links = LinkExtractor(deny_extensions=[s.lstrip(".") for s in IGNORED_SUFFIXES], unique=True)

    async def start(self) -> AsyncIterator[Request]:
        for address in (*self.source.pages, *self.source.links):
            yield Request(address, callback=self.parse, errback=self.failed, meta={"asked": address})

    def parse(self, response: Response, **kwargs: Any) -> Iterator[Request]:
        self._keep(response)
        if not isinstance(response, scrapy.http.HtmlResponse) or response.meta["asked"] in self.source.links:
            return
        for link in self.links.extract_links(response):
            path = unquote(urlsplit(link.url).path)
            words = fold(f"{link.text} {path}")
            if path.lower().endswith(DOCUMENT_SUFFIXES) or WORTH_FOLLOWING.search(words):
                yield response.follow(
                    link.url, callback=self.parse, errback=self.failed, meta={"asked": link.url}
                )

    def _keep(self, response: Response) -> None:
        sha256 = hashlib.sha256(response.body).hexdigest()
        (self.spool / sha256).write_bytes(response.body)
        headers = {name.lower(): response.headers.get(name) for name in HEADERS}
        self._say(
            document={
                "sha256": sha256,
                "name": file_name(response.url),
                "uri": response.url,
                "media_type": _text(response.headers.get("Content-Type")).split(";")[0].strip()
                or "application/octet-stream",
                "size": len(response.body),
                "source": self.source.id,
                "fetched_at": datetime.now(UTC).isoformat(timespec="seconds"),
                "http_status": response.status,
                "headers": {name: _text(value) for name, value in headers.items() if value},
            },
            unchanged="cached" in response.flags,
        )

    def failed(self, failure: Failure) -> None:
        """Every request that gave no document is told, with what stopped it."""
        response = getattr(failure.value, "response", None)
        request = getattr(failure, "request", None)
        self._say(
            failure=type(failure.value).__name__,
            detail=str(failure.value)[:300],
            status=response.status if response is not None else None,
            url=request.url if request is not None else "",
        )

    def _say(self, **event: Any) -> None:
        self.tell(json.dumps(event, ensure_ascii=False))


def file_name(address: str) -> str:
    """The last part of an address; a page without one is named after its host."""
    parts = urlsplit(address)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    return (last or parts.hostname or "page").replace("/", "-")[:150]


def _text(value: bytes | None) -> str:
    return (value or b"").decode("latin-1")
