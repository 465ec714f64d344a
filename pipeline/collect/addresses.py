"""Which network addresses may be asked: a declared page must not lead a crawl into a private network."""

from ipaddress import ip_address


def is_public(address: str) -> bool:
    """False for loopback, private, link-local, multicast and reserved addresses, and what is no address."""
    try:
        found = ip_address(address.strip("[]").split("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not (mapped or found).is_multicast


def is_literal(host: str) -> bool:
    """Whether the host is a numeric address and no name: no resolver will ever see it."""
    try:
        ip_address(host.strip("[]").split("%")[0])
    except ValueError:
        return False
    return True
