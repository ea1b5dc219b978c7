"""Measure all tools in turn, and print Markdown. `run` calls this when everything is installed."""

import argparse
import datetime
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import forms
from tools import GROUPS, Tool, tools

# Start-up is short: a median of a few runs would be noise.
STARTS = 5
OUT = "written"


def main() -> None:
    given = argparse.ArgumentParser(prog="benches/peers/run")
    given.add_argument("--personac", required=True)
    given.add_argument("--room", required=True, type=Path)
    given.add_argument("--counts", default="1,1000,10000")
    given.add_argument("--rounds", default=7, type=int)
    given.add_argument("--only", help="names of tools, with commas; the baseline is always measured")
    given = given.parse_args()
    counts = [int(count) for count in given.counts.split(",")]
    all_tools = tools(given.room, given.personac, Path(__file__).parent)
    if given.only:
        wanted = given.only.split(",")
        all_tools = [tool for tool in all_tools if is_baseline(tool) or any(name in tool.name for name in wanted)]
    (given.room / "body.json").write_bytes(subprocess.run([given.personac, "schema", "body"], check=True, capture_output=True).stdout)
    needed = {tool.form for tool in all_tools if tool.form}
    homes = {count: forms.write(given.room, given.personac, count, needed) for count in counts}
    all_tools = [tool for tool in all_tools if works(tool, homes[counts[0]], given.room)]
    measured = {count: measure(all_tools, count, homes[count], given.room, given.rounds) for count in counts}
    report(all_tools, counts, measured, given)


def is_baseline(tool: Tool) -> bool:
    return tool.name.startswith("personac")


def works(tool: Tool, home: Path, room: Path) -> bool:
    """Whether it takes what is right and refuses what is wrong: a tool that does not look is not measured."""
    good = run(tool, home, room)
    reason = f"exit {good[0]} for what is right: {good[2]}" if good[0] else None
    if reason is None and tool.judges and run(tool, home, room, "wrong-")[0] == 0:
        reason = "it finds nothing wrong in what is wrong"
    if reason:
        print(f"peers: {tool.name} is left out: {reason}", file=sys.stderr)
    return reason is None


def run(tool: Tool, home: Path, room: Path, kind: str = "") -> tuple:
    """The exit code and the seconds of one run, and the end of what it said."""
    command = prepared(tool, home, room, kind)
    with open(room / "said", "wb") as stderr:
        begun = time.perf_counter()
        code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=stderr, stdin=subprocess.DEVNULL, cwd=room).returncode
        seconds = time.perf_counter() - begun
    return code, seconds, (room / "said").read_bytes()[-300:].decode(errors="replace").strip()


def peak(tool: Tool, home: Path, room: Path) -> float:
    """The MiB of its largest process. A child of this process would count as large as this one: time(1) is small."""
    timed = ["/usr/bin/time", "-f", "%M", "-o", room / "peak", *prepared(tool, home, room, "")]
    subprocess.run(timed, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=room, check=True)
    return int((room / "peak").read_text().split()[-1]) / 1024


def prepared(tool: Tool, home: Path, room: Path, kind: str) -> list:
    out = room / OUT
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    return [str(word) for word in tool.command(home / f"{kind}{tool.form}", out)]


def measure(all_tools: list, count: int, home: Path, room: Path, rounds: int) -> dict:
    """The MiB and the seconds of every round, by tool: A B C, A B C, so that all share what the machine does meanwhile."""
    taken = [tool for tool in all_tools if count <= tool.most]
    # This warms the caches as well.
    found = {key(tool): (peak(tool, home, room), []) for tool in taken}
    for number in range(rounds * (STARTS if count == 1 else 1)):
        print(f"peers: {count} definitions, round {number + 1}", file=sys.stderr)
        for tool in taken:
            code, seconds, said = run(tool, home, room)
            if code:
                raise SystemExit(f"{tool.name} fails on {count} definitions: {said}")
            found[key(tool)][1].append(seconds)
    return found


def key(tool: Tool) -> tuple:
    return tool.name, tool.threads


def report(all_tools: list, counts: list, measured: dict, given: argparse.Namespace) -> None:
    print(f"Measured on {datetime.date.today().isoformat()} on {machine()}; {given.rounds} rounds in turn (A B C, A B C), "
          f"{STARTS} times as many for one file, after one that is not counted. Median, and least to most.\n")
    for group, title in GROUPS.items():
        rows = [tool for tool in all_tools if tool.group == group]
        if not rows:
            continue
        base = baseline(group)
        ratio = f" × of `{base[0]}` |" if base else ""
        heads = "".join(f" {count:,} |{ratio}" for count in counts)
        print(f"### {title}\n\n| | threads |{heads} peak MiB |\n|---|---|{'---|' * (len(counts) * (2 if base else 1) + 1)}")
        for tool in rows:
            print(row(tool, counts, measured, base))
        print()
    print("Versions: " + ", ".join(sorted({f"{tool.name.split()[0].strip(',')} {version(tool)}" for tool in all_tools if tool.version})) + ".")


def baseline(group: str) -> tuple | None:
    names = {"build": "personac build to one stream", "lint": "personac lint", "format": "personac fmt --check", "validate": "personac lint"}
    return (names[group], "1") if group in names else None


def row(tool: Tool, counts: list, measured: dict, base: tuple | None) -> str:
    cells, largest = "", 0.0
    for count in counts:
        if key(tool) not in measured[count]:
            cells += " – |" * (2 if base else 1)
            continue
        mib, seconds = measured[count][key(tool)]
        largest = max(largest, mib)
        cells += f" {shown(statistics.median(seconds))} ({shown(min(seconds))}–{shown(max(seconds))}) |"
        if base:
            own = measured[count][base][1]
            # Each round is compared with itself: what else the machine did then slowed both.
            cells += f" {statistics.median(theirs / ours for theirs, ours in zip(seconds, own)):.2g} |"
    note = f" ({tool.note})" if tool.note else ""
    return f"| {tool.name}{note} | {tool.threads or 'all'} |{cells} {largest:.1f} |"


def shown(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 0.1 else f"{seconds:.3g} s"


def version(tool: Tool) -> str:
    printed = subprocess.run([str(word) for word in tool.version], capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d[\w.-]*", printed)
    return found.group() if found else "?"


def machine() -> str:
    fields = (line.split(":", 1) for line in Path("/proc/cpuinfo").read_text().splitlines() if ":" in line)
    model = next((value.strip() for name, value in fields if name.strip() == "model name"), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    return f"{os.cpu_count()} × {model}, {memory} GiB, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f} at the end"


main()
