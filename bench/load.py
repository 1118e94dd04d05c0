"""A small load generator: a few kept connections, one request after the other on each, every answer timed."""

import asyncio
import time
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Measured:
    """One run: requests a second, and how long one answer took (milliseconds)."""

    per_second: float
    p50: float
    p95: float
    failed: int
    size: int


async def _ask(reader, writer, path: str, host: str) -> tuple[int, int]:
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    status = int(head.split(b" ", 2)[1])
    fields = {
        name.strip().lower(): value.strip()
        for name, _, value in (line.partition(b":") for line in head.split(b"\r\n")[1:])
    }
    if b"content-length" in fields:
        size = int(fields[b"content-length"])
        await reader.readexactly(size)
        return status, size
    size = 0
    while chunk := int(await reader.readline(), 16):
        size += chunk
        await reader.readexactly(chunk + 2)
    await reader.readline()
    return status, size


async def _connection(port: int, paths: list[str], until: float, times: list, sizes: list) -> int:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    failed = number = 0
    while (start := time.perf_counter()) < until:
        status, size = await _ask(reader, writer, paths[number % len(paths)], f"127.0.0.1:{port}")
        times.append(time.perf_counter() - start)
        sizes.append(size)
        failed += status != 200
        number += 1
    writer.close()
    return failed


async def _run(port: int, paths: list[str], seconds: float, connections: int) -> Measured:
    times: list[float] = []
    sizes: list[int] = []
    start = time.perf_counter()
    tasks = [_connection(port, paths, start + seconds, times, sizes) for _ in range(connections)]
    failed = sum(await asyncio.gather(*tasks))
    took = time.perf_counter() - start
    times.sort()
    return Measured(
        len(times) / took, median(times) * 1e3, times[int(len(times) * 0.95)] * 1e3, failed, max(sizes)
    )


def measure(port: int, paths: list[str], *, seconds: float = 3, connections: int = 4) -> Measured:
    """Ask for the addresses in turn on each connection for some seconds and return what was seen."""
    return asyncio.run(_run(port, paths, seconds, connections))
