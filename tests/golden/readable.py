# SPDX-License-Identifier: GPL-3.0-or-later
"""All that can be read in a file, on screen or with a tool: every part, name and property."""
import email
import email.policy
import html
import io
import shutil
import subprocess
import zipfile


def can_read_pdf():
    return shutil.which("pdftotext") is not None and shutil.which("pdfinfo") is not None


def of_pdf(data):
    """Words and properties; nothing when no tool is there to read them."""
    if not can_read_pdf():
        return ""
    found = []
    for command in (["pdftotext", "-", "-"], ["pdfinfo", "-"], ["pdfinfo", "-struct-text", "-"]):
        done = subprocess.run(command, input=data, check=True, capture_output=True)
        found.append(done.stdout.decode("utf-8"))
    return "\n".join(found)


def of_package(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        found = [package.comment.decode("utf-8"), *package.namelist()]
        found += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return html.unescape("\n".join(found))


def of_message(data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    found = [
        f"{name}: {value}"
        for part in message.walk()
        for name, value in part.items()
        if name != "Message-ID"
    ]
    for part in message.walk():
        if not part.is_multipart():
            found.append(of_bytes(part.get_payload(decode=True), part.get_filename() or ".txt"))
    return "\n".join(found)


READERS = {"pdf": of_pdf, "xlsx": of_package, "eml": of_message}


def of_bytes(data, name):
    reader = READERS.get(name.rpartition(".")[2])
    if reader is not None:
        return reader(data)
    # Agendas are folded anywhere, even within a name.
    return html.unescape(data.decode("utf-8").replace("\r\n ", "").replace("\\,", ","))
