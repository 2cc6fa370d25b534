"""The app as an installed one: manifest, service worker, what it says when Kippu is off, its files."""

import hashlib
import json
import re
import struct
from pathlib import Path

from playwright.sync_api import expect

from .conftest import Open, start

WEB = Path(__file__).parent.parent.parent / "src" / "kippu" / "server" / "web"


def test_the_manifest_can_be_installed(open_app: Open) -> None:
    app = open_app()
    manifest = app.page.request.get(f"{app.origin}/manifest.webmanifest")
    assert manifest.headers["content-type"].startswith("application/manifest+json")
    told = manifest.json()
    assert told["name"] == "Kippu"
    assert told["display"] == "standalone"
    sizes = {icon["sizes"] for icon in told["icons"] if icon["type"] == "image/png"}
    assert sizes == {"192x192", "512x512"}
    for icon in told["icons"]:
        picture = app.page.request.get(f"{app.origin}/{icon['src']}").body()
        if icon["type"] == "image/png":
            assert "x".join(map(str, struct.unpack(">II", picture[16:24]))) == icon["sizes"]
    session = app.page.context.new_cdp_session(app.page)
    assert session.send("Page.getAppManifest")["errors"] == []
    assert session.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],  # every test's browser window is one
    )


def test_opens_without_the_server_and_comes_back(open_app: Open, tmp_path: Path, model_path: Path) -> None:
    own = start(tmp_path / "data", model_path)
    app = open_app(address=own.address)
    app.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    app.page.reload()
    app.ready()
    app.go("ledger")
    port = int(own.address.rsplit(":", 1)[1])
    own.stop()
    expect(app.page.get_by_text("Kippu can't be reached")).to_be_visible()
    app.page.goto(f"{own.address}/")
    expect(app.page.get_by_text("Kippu can't be reached")).to_be_visible()
    expect(app.box).to_be_visible()
    kept = app.page.evaluate(
        "(async () => (await Promise.all((await caches.keys()).map(async (name) => "
        "(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat())()"
    )
    assert kept
    assert not [path for path in kept if path.startswith(("/api", "/v1"))]
    app.say("what is 15% of 84")
    expect(app.last.get_by_role("alert")).to_contain_text("Kippu can't be reached")
    again = start(tmp_path / "data", model_path, port)
    expect(app.page.locator(".offline")).to_have_count(0, timeout=30_000)
    app.last.get_by_role("button", name="Try again").click()
    expect(app.last).to_contain_text("12.6")
    app.page.close()
    again.stop()
    app.complaints.clear()  # the browser's own words about requests that found nobody


def test_a_phone_is_paired_by_the_code(open_app: Open, tmp_path: Path, model_path: Path) -> None:
    own = start(tmp_path / "data", model_path, host="0.0.0.0")
    here = f"http://127.0.0.1:{own.address.rsplit(':', 1)[1]}"
    app = open_app(address=here, at="#/settings")
    app.page.get_by_role("button", name="Show the code").click()
    code = app.page.get_by_role("img", name="QR code with the address for the phone")
    box = code.locator("svg").bounding_box()
    assert box and box["width"] > 200
    paths = code.locator("svg path").last.bounding_box()
    assert paths and paths["width"] > 150
    link = app.page.get_by_role("dialog").get_by_role("link").get_attribute("href") or ""
    assert "?token=" in link
    # The phone is on the network, where browsers give a page without https less.
    phone = open_app(width=360, address=own.address, at=link.rsplit("/", 1)[1])
    assert "token" not in phone.page.url
    assert "12.6" in phone.ask("what is 15% of 84")
    phone.last.get_by_role("button", name="Copy").click()
    own_words = phone.last.get_by_role("button", name="Copied")
    expect(own_words).to_be_visible()
    for each in (app, phone):
        each.page.close()
    own.stop()
    # Without https a browser says that it leaves this header out.
    assert all("Cross-Origin-Opener-Policy" in complaint for complaint in phone.complaints)
    phone.complaints.clear()


def test_what_is_promised_follows_the_policy(open_app: Open) -> None:
    app = open_app()
    terms = app.page.locator(".terms")
    expect(terms).to_have_text("Valid on this device only. Nothing you say leaves it.")
    told = {**app.told("status"), "policy": "a policy of later"}
    app.page.route("**/api/status", lambda route: route.fulfill(json=told))
    app.page.reload()
    expect(terms).to_contain_text("The page Privacy says what leaves this device")
    expect(app.page.locator(".route")).not_to_contain_text("this device")
    app.go("models")
    expect(app.page.get_by_text("Everything stays on this device")).to_have_count(0)


def test_the_service_worker_keeps_every_file_of_the_page() -> None:
    listed = set(re.findall(r'^  "([^"]+)",$', (WEB / "sw.js").read_text(), re.MULTILINE)) - {"./"}
    there = {
        str(path.relative_to(WEB))
        for path in WEB.rglob("*")
        if path.suffix in {".js", ".css", ".svg", ".png", ".webmanifest"} and path.name != "sw.js"
    }
    assert listed == there


def test_what_is_vendored_is_what_was_checked() -> None:
    libraries = json.loads((WEB / "vendor" / "vendor.json").read_text())
    for library in libraries:
        file = WEB / "vendor" / library["file"]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == library["sha256"], library["name"]
        assert file.with_suffix(".LICENSE").stat().st_size > 500
        assert library["version"]
        assert library["licence"]
    there = {path.name for path in (WEB / "vendor").iterdir() if path.suffix in {".js", ".css"}}
    assert {library["file"] for library in libraries} == there


def test_both_languages_have_every_message_and_none_too_many() -> None:
    names = re.compile(r'^  "?([\w. -]+?)"?: ', re.MULTILINE)
    english, japanese = (
        {
            name
            for path in (WEB / "js" / "messages").glob(f"*{language}.js")
            for name in names.findall(path.read_text())
        }
        for language in ("en", "ja")
    )
    assert english == japanese
    source = "\n".join(
        path.read_text() for path in (WEB / "js").rglob("*.js") if path.parent.name != "messages"
    )
    asked = set(re.findall(r'\bt\("([^"]+)"', source))
    assert asked <= english
    # The rest is made of a word and what the server says: t(`state.${state}`).
    made = set(re.findall(r"`([a-z.]+\.)\$\{", source))
    quoted = set(re.findall(r'"([\w. -]+)"', source))
    unused = {name for name in english - asked - quoted if not any(name.startswith(start) for start in made)}
    assert unused == set()
