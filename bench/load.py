"""A small load generator: a few kept connections, one request after the other on each, every answer timed."""

import asyncio
import time
from dataclasses import dataclass
from statistics import median

HOST = "127.0.0.1"
# A page that is put together anew must be compressed anew; both servers are asked alike.
ENCODING = "gzip"


@dataclass(frozen=True)
class Measured:
    """One run: requests a second, how long one answer took (milliseconds), failures, longest body (bytes)."""

    per_second: float
    p50: float
    p95: float
    failed: int
    size: int


@dataclass(frozen=True)
class Answer:
    """One answer: its status, headers (names in lower case) and body."""

    status: int
    headers: dict[str, str]
    body: bytes


def fetch(port: int, path: str, **headers: str) -> Answer:
    """Ask once for an address and return the answer, uncompressed."""
    return asyncio.run(_fetch(port, path, headers))


def measure(
    port: int,
    paths: list[str],
    *,
    seconds: float = 3,
    connections: int = 4,
    status: int = 200,
    tags: dict[str, str] | None = None,
) -> Measured:
    """Ask for the addresses in turn on each connection for some seconds and return what was seen.

    Any other status is a failure. `tags` gives the entity tags that the reader already has, by address.
    """
    requests = [_request(port, path, _conditions(tags, path)) for path in paths]
    return asyncio.run(_run(port, requests, seconds, connections, status))


def _conditions(tags, path):
    return {"Accept-Encoding": ENCODING} | ({"If-None-Match": tags[path]} if tags else {})


def _request(port: int, path: str, headers: dict[str, str]) -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}:{port}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


async def _fetch(port, path, headers):
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        return await _ask(reader, writer, _request(port, path, headers))
    finally:
        writer.close()


async def _ask(reader, writer, request: bytes) -> Answer:
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    status = int(first.split(" ", 2)[1])
    if status == 304:
        return Answer(status, headers, b"")
    if "content-length" in headers:
        return Answer(status, headers, await reader.readexactly(int(headers["content-length"])))
    return Answer(status, headers, await _chunks(reader))


async def _chunks(reader) -> bytes:
    body = bytearray()
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return bytes(body)


async def _connection(port, requests, until, status, seen: list[tuple[float, int, bool]]) -> None:
    reader, writer = await asyncio.open_connection(HOST, port)
    number = 0
    while (start := time.perf_counter()) < until:
        answer = await _ask(reader, writer, requests[number % len(requests)])
        seen.append((time.perf_counter() - start, len(answer.body), answer.status != status))
        number += 1
    writer.close()


async def _run(port, requests, seconds, connections, status) -> Measured:
    seen: list[tuple[float, int, bool]] = []
    start = time.perf_counter()
    tasks = [_connection(port, requests, start + seconds, status, seen) for _ in range(connections)]
    await asyncio.gather(*tasks)
    took = time.perf_counter() - start
    times = sorted(duration for duration, _size, _failed in seen)
    return Measured(
        per_second=len(times) / took,
        p50=median(times) * 1e3,
        p95=times[int(len(times) * 0.95)] * 1e3,
        failed=sum(failed for _duration, _size, failed in seen),
        size=max(size for _duration, size, _failed in seen),
    )
