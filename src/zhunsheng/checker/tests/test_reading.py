"""Reading files of every kind, and refusing the others with a sentence."""

import zipfile

import docx
import pytest
import typst
from pypdf import PdfReader, PdfWriter

from zhunsheng.checker import check_paragraphs, read, refusals
from zhunsheng.checker.reading import LIMIT_MB, MB

SENTENCE = "全年受理案件100件，办结98件，办结率98%。"
TABLE = [("类别", "件数（件）", "金额（万元）"), ("警告", "31", "—"), ("罚款", "54", "4.1"), ("合计", "86", "4.1")]
HTML = (
    "<html><head><meta charset='{charset}'><title>9件</title><style>p{{width:5px}}</style></head><body>"
    "<nav>12件</nav><p>全年受理案件<b>100件</b>，办结<span>98件</span>，办结率98%。</p>"
    "<script>var a='3件'</script><table>{rows}</table></body></html>"
)


def page(charset):
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    return HTML.format(charset=charset, rows=rows)


def word(path):
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    table = document.add_table(rows=4, cols=3)
    for r, row in enumerate(TABLE):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    document.save(str(path))


def pdf(path):
    cells = ",".join(f"[{cell}]" for row in TABLE for cell in row)
    source = path.with_suffix(".typ")
    prose = f"#set page(width: 9cm, height: auto)\n{SENTENCE}这一段很长，在页面上要断成好几行。"
    source.write_text(f"{prose}\n\n#table(columns: 3, {cells})\n", "utf8")
    typst.compile(str(source), output=str(path))


MAKERS = {
    "a.docx": word,
    "a.pdf": pdf,
    "a.html": lambda path: path.write_bytes(page("utf-8").encode()),
    "gbk.html": lambda path: path.write_bytes(page("gb2312").encode("gb18030")),
    "a.md": lambda path: path.write_text(markdown(), "utf8"),
}


def markdown():
    rows = ["| " + " | ".join(row) + " |" for row in TABLE]
    sentence = SENTENCE.replace("100件", "**100件**")
    return "\n".join(["## 一、总体", "", sentence, "", rows[0], "|---|---:|---:|", *rows[1:]])


@pytest.mark.parametrize("name", MAKERS)
def test_sentence_and_table_are_read_alike_from_every_format(name, tmp_path):
    MAKERS[name](tmp_path / name)
    document = read(tmp_path / name)
    checked = check_paragraphs(document.paragraphs())
    text = document.text()
    assert [f.phrase + ("" if f.cell is None else f.unit) for f in checked.figures] == [
        "100件", "98件", "98%", "31件", "54件", "4.1万元", "86件", "4.1万元",
    ]  # fmt: skip
    assert all(text[f.at : f.at + len(f.phrase)] == f.phrase for f in checked.figures)
    assert [(f.kind, f.figure.phrase) for f in checked.findings] == [("sum_mismatch", "86")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_its_encoding(encoding, tmp_path):
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode(encoding))
    assert read(tmp_path / "a.txt").text() == SENTENCE


def test_places_in_a_long_text_are_those_of_the_file(tmp_path):
    text = "\n".join(f"第{n}段。{SENTENCE}" for n in range(4000))
    (tmp_path / "a.txt").write_text(text, "utf8")
    document = read(tmp_path / "a.txt")
    assert document.text() == text
    last = list(document.paragraphs())[-1]
    assert text[last.at :] == last.text


def test_a_pdf_says_the_page(tmp_path):
    (tmp_path / "a.typ").write_text(f"{SENTENCE}\n#pagebreak()\n其中民事60件。", "utf8")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    assert [f.page for f in check_paragraphs(read(tmp_path / "a.pdf").paragraphs()).figures] == [1, 1, 1, 2]


def encrypted(path):
    pdf(path)
    writer = PdfWriter(clone_from=PdfReader(path))
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(path)


def scan(path):
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)


def bomb(path):
    word(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/bomb.xml", b"0" * (61 * MB))


def huge(path):
    with path.open("wb") as file:
        file.truncate((LIMIT_MB + 1) * MB)


def cut(path):
    word(path)
    path.write_bytes(path.read_bytes()[:-200])


@pytest.mark.parametrize(
    ("name", "make", "refusal"),
    [
        ("a.pdf", encrypted, refusals.Encrypted),
        ("a.pdf", scan, refusals.Scanned),
        ("a.docx", bomb, refusals.UnpacksTooLarge),
        ("a.txt", huge, refusals.TooLarge),
        ("a.docx", cut, refusals.Damaged),
        ("a.pdf", lambda path: path.write_bytes(b"%PDF-1.7\nnothing"), refusals.Damaged),
        ("a.docx", lambda path: path.write_text("just text"), refusals.WrongSuffix),
        ("a.txt", pdf, refusals.WrongSuffix),
        ("a.pdf", word, refusals.WrongSuffix),
        ("a.doc", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + b"x" * 99), refusals.OldWord),
        ("a.xyz", lambda path: path.write_text("x"), refusals.UnknownFormat),
        ("a.txt", lambda path: path.write_bytes(b"\xff\x81\x00\x9f" * 9), refusals.UnknownEncoding),
        ("a.txt", lambda path: path.write_bytes(b""), refusals.EmptyFile),
        ("a.html", lambda path: path.write_text("<html><body><script>1</script></body></html>"), refusals.EmptyFile),
        ("a.docx", lambda path: docx.Document().save(str(path)), refusals.EmptyFile),
        ("a.txt", lambda path: None, refusals.NoSuchFile),
    ],
)
def test_what_cannot_be_read_is_refused_in_both_languages(name, make, refusal, tmp_path):
    make(tmp_path / name)
    with pytest.raises(refusal) as raised:
        read(tmp_path / name)
    assert name in str(raised.value)
    assert name in raised.value.text("en")
