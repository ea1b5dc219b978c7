"""The language server, driven by pytest-lsp: positions, rapid edits, requests out of order, requests taken back."""

import asyncio
import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

HEAD = 'name: "x"\nlimit: 5\nwebhook: "https://hooks.example.com/leads"\n'


@pytest.fixture(params=["utf-8", "utf-16"])
def encoding(request):
    return request.param


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[os.environ["PERSONAC"], "lsp"]))
async def client(lsp_client: LanguageClient, request):
    wanted = getattr(request, "param", "utf-16")
    general = types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind(wanted)])
    params = types.InitializeParams(capabilities=types.ClientCapabilities(general=general))
    result = await lsp_client.initialize_session(params)
    assert result.capabilities.position_encoding == wanted
    yield
    await lsp_client.shutdown_session()


def open_file(client, path: pathlib.Path, text: str) -> str:
    item = types.TextDocumentItem(uri=path.as_uri(), language_id="persona", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    return item.uri


def change(client, uri: str, version: int, changes) -> None:
    document = types.VersionedTextDocumentIdentifier(uri=uri, version=version)
    client.text_document_did_change(types.DidChangeTextDocumentParams(text_document=document, content_changes=changes))


async def findings(client, uri: str):
    report = await client.text_document_diagnostic_async(
        types.DocumentDiagnosticParams(text_document=types.TextDocumentIdentifier(uri=uri))
    )
    return report.items


@pytest.mark.parametrize("client, column", [("utf-8", 21), ("utf-16", 18)], indirect=["client"])
async def test_columns(client, tmp_path, column):
    uri = open_file(client, tmp_path / "a.persona", HEAD + 'title = "é😀" and functio = Sales\n')
    (found,) = await findings(client, uri)
    assert found.code == "P201"
    assert (found.range.start.line, found.range.start.character) == (3, column)


async def test_findings_are_told(client, tmp_path):
    uri = open_file(client, tmp_path / "a.persona", HEAD + "function = Salez\n")
    await client.wait_for_notification("textDocument/publishDiagnostics")
    assert [found.code for found in client.diagnostics[uri]] == ["P203"]


async def test_rapid_edits(client, tmp_path):
    """Three hundred letters in one burst, each at the place where the last one left off."""
    uri = open_file(client, tmp_path / "a.persona", HEAD + "title = \n")
    word = '"' + "é😀x" * 100 + '"'
    column = len("title = ")
    for version, letter in enumerate(word, start=2):
        place = types.Position(line=3, character=column)
        change(client, uri, version, [types.TextDocumentContentChangePartial(range=types.Range(place, place), text=letter)])
        column += len(letter.encode("utf-16-le")) // 2
    assert not await findings(client, uri)
    text = await client.protocol.send_request_async("personac/text", {"uri": uri})
    assert text == HEAD + "title = " + word + "\n"


async def test_questions_while_typing(client, tmp_path):
    """Questions about a text that is changed before they are answered are answered in the order in which they came."""
    uri = open_file(client, tmp_path / "a.persona", HEAD + "function = Sales\n")
    answers = []
    for version in range(2, 30):
        wrong = version % 2 == 0
        whole = types.TextDocumentContentChangeWholeDocument(text=HEAD + f"function = {'Salez' if wrong else 'Sales'}\n")
        change(client, uri, version, [whole])
        asked = types.DocumentDiagnosticParams(text_document=types.TextDocumentIdentifier(uri=uri))
        # The question leaves at once, before the next change does.
        answers.append((wrong, client.protocol.send_request("textDocument/diagnostic", asked)))
    for wrong, answer in answers:
        assert bool((await asyncio.wrap_future(answer)).items) == wrong


async def test_a_change_before_the_file_is_open(client, tmp_path):
    uri = (tmp_path / "b.persona").as_uri()
    change(client, uri, 7, [types.TextDocumentContentChangeWholeDocument(text="x")])
    open_file(client, tmp_path / "b.persona", HEAD + "title = CEO\n")
    assert not await findings(client, uri)


async def test_hover_and_completion(client, tmp_path):
    uri = open_file(client, tmp_path / "a.persona", HEAD + "seniority = Director\nand location = Greater Lon\n")
    document = types.TextDocumentIdentifier(uri=uri)
    place = types.Position(line=3, character=14)
    hover = await client.text_document_hover_async(types.HoverParams(text_document=document, position=place))
    assert "220" in hover.contents.value
    place = types.Position(line=4, character=len("and location = Greater Lon"))
    answer = await client.text_document_completion_async(types.CompletionParams(text_document=document, position=place))
    items = answer.items if hasattr(answer, "items") else answer
    assert any("Greater London" in item.label for item in items), [item.label for item in items][:5]


@pytest.mark.parametrize("client, length", [("utf-8", 1), ("utf-16", 2)], indirect=["client"])
async def test_another_name_in_all_files(client, tmp_path, length):
    """A `let` of a library is called otherwise, asked for behind an emoji in a file that uses it."""
    (tmp_path / "lib.persona").write_text("let buyers = [CEO]\n", encoding="utf-8")
    library = open_file(client, tmp_path / "lib.persona", "let buyers = [CEO]\n")
    line = 'title in ["é😀", $lib.buyers]'
    uri = open_file(client, tmp_path / "a.persona", 'use "lib.persona" as lib\n' + HEAD + line + "\n")
    before = line[: line.index("buyers")].encode("utf-8" if length == 1 else "utf-16-le")
    place = types.Position(line=4, character=len(before) // length)
    document = types.TextDocumentIdentifier(uri=uri)
    wanted = types.RenameParams(text_document=document, position=place, new_name="deciders")
    edit = await client.text_document_rename_async(wanted)
    assert {address: [one.new_text for one in edits] for address, edits in edit.changes.items()} == {
        library: ["deciders"],
        uri: ["deciders"],
    }
    (own,) = edit.changes[uri]
    assert own.range.start == place
