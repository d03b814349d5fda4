"""Files in Slack: heard with the message, described and fetched from Slack's own host only."""

import pytest

from bot.adapters.slack.files import SlackFiles, file_of, is_slacks
from core.model.shared_file import SharedFile
from core.ports import FileTrouble, NoContent
from tests.slack_failures import RateLimited, Refusal

MOST = 1_000


@pytest.fixture
def files(client) -> SlackFiles:
    return SlackFiles(client)


async def trouble(files: SlackFiles, file: SharedFile, most: int = MOST) -> FileTrouble:
    with pytest.raises(NoContent) as raised:
        await files.fetch("T1", file, most)
    return raised.value.trouble


async def test_a_file_alone_is_heard_with_its_name_and_link(slack, inbound, desk, amira):
    await amira.shares(slack.files.share("fire.pdf", b"%PDF", mimetype="application/pdf"))
    (event,) = desk.worked_on
    (file,) = event.files
    assert (event.text, file.name, file.content_type, file.size) == ("", "fire.pdf", "application/pdf", 4)
    assert file.link == "https://council.slack.com/files/U1/F00000001/fire.pdf"
    assert slack.files.asked == []


async def test_words_and_several_files_are_one_event_that_comes_once(slack, inbound, desk, amira):
    shared = [slack.files.share(name, b"") for name in ("one.pdf", "two.pdf")]
    delivered = await amira.shares(*shared, text="did fire safety on Tuesday")
    await amira.again(delivered)
    (event,) = desk.worked_on
    assert event.text == "did fire safety on Tuesday"
    assert [each.name for each in event.files] == ["one.pdf", "two.pdf"]


async def test_content_is_fetched_with_the_token_from_where_slack_says(slack, client, files, inbound, amira):
    shared = file_of(slack.files.share("list.csv", b"email,name\n"))
    assert await files.fetch(slack.team, shared, MOST) == b"email,name\n"
    assert slack.called("files.info") == [{"file": shared.reference}]


async def test_a_redirect_is_not_followed_nor_another_host_asked(slack, files, inbound):
    led = file_of(slack.files.share("led.csv", b"secret"))
    slack.files.leads_to[led.reference] = f"{slack.files.base}/files-pri/F00000002/elsewhere.csv"
    assert await trouble(files, led) is FileTrouble.EXPIRED
    assert len(slack.files.asked) == 1
    forged = file_of(
        slack.files.share("a.csv", b"", url_private_download="https://files.slack.com.evil.example/a")
    )
    assert await trouble(files, forged) is FileTrouble.EXPIRED
    assert len(slack.files.asked) == 1


async def test_more_than_may_be_read_stops_the_reading(slack, files, inbound):
    large = file_of(slack.files.share("large.csv", b"x" * 200_000))
    assert await trouble(files, large) is FileTrouble.TOO_LARGE


async def test_what_is_gone_or_out_of_reach_says_which(slack, files, inbound):
    gone = file_of(slack.files.share("gone.csv", b""))
    del slack.files.told[gone.reference]
    assert await trouble(files, gone) is FileTrouble.EXPIRED
    there = file_of(slack.files.share("there.csv", b""))
    slack.fail("files.info", RateLimited(3), Refusal("missing_scope"))
    assert await trouble(files, there) is FileTrouble.UNREACHABLE
    assert await trouble(files, there) is FileTrouble.EXPIRED
    del slack.files.content[there.reference]
    assert await trouble(files, there) is FileTrouble.EXPIRED


async def test_a_file_from_another_organisation_is_asked_about(slack, files, inbound):
    told = slack.files.share("theirs.pdf", b"")
    heard = file_of({"id": told["id"], "mode": "file_access", "file_access": "check_file_info"})
    assert heard == SharedFile("", reference=told["id"])
    assert (await files.describe(slack.team, heard)).name == "theirs.pdf"
    del slack.files.told[told["id"]]
    assert (await files.describe(slack.team, heard)).gone


@pytest.mark.parametrize(
    ("address", "api", "is_its"),
    [
        ("https://files.slack.com/files-pri/T1-F1/a.csv", "https://slack.com/api/", True),
        ("https://files.slack-gov.com/files-pri/T1-F1/a.csv", "https://slack-gov.com/api/", True),
        ("http://files.slack.com/a", "https://slack.com/api/", False),
        ("https://slack.com/a", "https://slack.com/api/", False),
        ("https://files.slack.com@evil.example/a", "https://slack.com/api/", False),
        ("https://evil.example/files.slack.com", "https://slack.com/api/", False),
        ("https://files.slack.com:8443/a", "https://slack.com/api/", False),
        ("https://files.slack.com:port/a", "https://slack.com/api/", False),
        ("http://127.0.0.1:4000/a", "http://127.0.0.1:4000/api/", True),
        ("http://127.0.0.1:4001/a", "http://127.0.0.1:4000/api/", False),
        ("", "https://slack.com/api/", False),
    ],
)
def test_only_slacks_own_host_of_files_is_shown_the_token(address, api, is_its):
    assert is_slacks(address, api) is is_its


def test_files_outside_slack_are_kept_by_their_link_and_never_fetched():
    told = {
        "id": "F1",
        "name": "Plan",
        "is_external": True,
        "external_type": "gdrive",
        "permalink": "https://c.slack.com/f",
    }
    assert file_of(told) == SharedFile("Plan", link="https://c.slack.com/f")


def test_a_deleted_file_is_gone():
    assert file_of({"id": "F1", "mode": "tombstone"}).gone
