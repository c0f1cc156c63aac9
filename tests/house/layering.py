#!/usr/bin/env python3
"""Checks who includes whom against the table "Who may include whom" of docs/architecture.md.

The table has a row per layer: its name, the layers it may include, the libraries it may include.
Besides: public headers (those outside of `detail/` folders, in lib/) include nothing but the
standard library and the project; project headers are named by their path from lib/ or the root;
no file qualifies a name by the namespace of a layer that it may not include (what came along with
another header would be used behind that header's back); and the layers that a CMakeLists.txt links
are layers that the table allows.
"""

import re
import sys

import house

TABLE_PAGE = "docs/architecture.md"
TABLE_HEADING = "Who may include whom"

# How the libraries of the table are recognised in an #include.
LIBRARIES = {
    "ICU": "unicode/",
    "Snowball": "libstemmer.h",
    "Hunspell": "hunspell/",
    "dtl": "dtl/",
    "SQLiteCpp": "SQLiteCpp/",
    "SQLite": "sqlite3.h",
    "Nettle": "nettle/",
    "libzip": "zip.h",
    "pugixml": "pugixml.hpp",
    "RapidJSON": "rapidjson/",
    "fmt": "fmt/",
    "Cairo": "cairo",
    "Pango": "pango/",
    "Graphviz": "gvc.h",
    "libtiff": "tiffio.h",
    "libxlsxwriter": "xlsxwriter.h",
    "Boost.Program_options": "boost/",
}
# The operating system's own headers: no library, but nothing for a public header either.
SYSTEM = re.compile(r"(sys/.*|unistd|fcntl|poll|pwd|signal|spawn|termios|dlfcn|fnmatch|immintrin)(\.h)?")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"//.*")
QUALIFIER = re.compile(r"(?<![\w.>])(?:themata::)?(\w+)::")
LAYER_CALL = re.compile(r"themata_layer\(\s*(\w+)(.*?)\)", re.DOTALL)


def include_table(root):
    """layer -> (layers it may include, libraries it may include), as the page says."""
    page = house.read(root, TABLE_PAGE)
    section = page.partition(TABLE_HEADING)[2].partition("\n#")[0]
    table = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 3 or cells[0] in ("layer", "") or set(cells[0]) <= set("-: "):
            continue
        layers, libraries = (
            set() if cell == "none" else {name.strip() for name in cell.split(",")}
            for cell in cells[1:]
        )
        table[cells[0]] = (layers, libraries)
    return table


def table_violations(table):
    violations = []
    if not table:
        return [f'{TABLE_PAGE}: no table under "{TABLE_HEADING}"']
    for layer, (layers, libraries) in table.items():
        for unknown in sorted(layers - table.keys()) + sorted(libraries - LIBRARIES.keys()):
            violations.append(f"{TABLE_PAGE}: {layer} may include {unknown}, which is unknown")
        for other in layers & table.keys():
            if layer in table[other][0]:
                violations.append(f"{TABLE_PAGE}: {layer} and {other} include each other")
    return violations


def layer_of(path):
    """The layer a file belongs to; nothing for lib/themata/*.hpp, which all layers share."""
    if path.parts[0] == "cli":
        return "cli"
    return path.parts[2] if len(path.parts) > 3 else None


def is_public_header(path):
    return path.suffix == ".hpp" and path.parts[0] == "lib" and "detail" not in path.parts


def project_violation(layer, target, table):
    parts = target.split("/")
    if parts[0] == "cli":
        allowed = layer == "cli"
    elif parts[0] == "themata":
        allowed = len(parts) == 2 or parts[1] == layer or (layer and parts[1] in table[layer][0])
    else:
        return f'"{target}" is not named by its path from lib/ or the root'
    return None if allowed else f"{layer or 'themata'} may not include {target}"


def foreign_violation(layer, target, table):
    if SYSTEM.fullmatch(target):
        return None
    for library, prefix in LIBRARIES.items():
        if target.startswith(prefix):
            if layer and library in table[layer][1]:
                return None
            return f"{layer or 'themata'} may not include {library} ({target})"
    return f"{target} belongs to no library that {TABLE_PAGE} names"


def include_violations(path, text, table):
    layer = layer_of(path)
    if layer is not None and layer not in table:
        return [f"{path}: {layer} is no layer of {TABLE_PAGE}"]
    violations = []
    for match in INCLUDE.finditer(text):
        quoted, target = match[1] == '"', match[2]
        standard = not quoted and re.fullmatch(r"[a-z_0-9]+", target)
        if standard:
            continue
        if quoted:
            message = project_violation(layer, target, table)
        elif is_public_header(path):
            message = f"a public header may not include <{target}>"
        else:
            message = foreign_violation(layer, target, table)
        if message:
            line = text.count("\n", 0, match.start(2)) + 1
            violations.append(f"{path}:{line}: {message}")
    return violations


def qualifier_violations(path, text, table):
    layer = layer_of(path)
    if layer not in table:
        return []
    forbidden = table.keys() - table[layer][0] - {layer}
    violations = []
    for number, line in enumerate(COMMENT.sub("", text).splitlines(), 1):
        for name in QUALIFIER.findall(line):
            if name in forbidden:
                violations.append(f"{path}:{number}: {layer} may not name a thing of {name}::")
    return violations


def link_violations(path, text, table):
    violations = []
    for name, arguments in LAYER_CALL.findall(text):
        uses = re.search(r"\bUSES\s+((?:\w+\s*)+?)(?=PRIVATE|SOURCES|$)", arguments)
        for used in uses[1].split() if uses else []:
            if used not in table.get(name, (set(), set()))[0]:
                violations.append(f"{path}: {name} may not link {used}")
    return violations


def check(root):
    table = include_table(root)
    violations = table_violations(table)
    if violations:
        return violations
    for path in house.files(root, ("lib/themata", "cli"), {".cpp", ".hpp"}):
        text = house.read(root, path)
        violations += include_violations(path, text, table)
        violations += qualifier_violations(path, text, table)
    for path in house.files(root, ("lib/themata",), {".txt"}):
        violations += link_violations(path, house.read(root, path), table)
    return violations


if __name__ == "__main__":
    sys.exit(house.main(check))
