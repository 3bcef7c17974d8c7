"""The feed of the shop, which never sleeps."""
from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from shop.feed import Feed, FeedClosed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.asyncio

# plant: module


@pytest.fixture
async def open_feed() -> AsyncIterator[Feed]:
    """A feed that is closed after the test."""
    async with Feed("orders") as feed:
        yield feed


async def collected(feed: Feed, count: int) -> list[dict[str, Any]]:
    """The next messages of a feed."""
    return [await feed.next_message() for _ in range(count)]


async def test_messages_arrive_in_order(open_feed: Feed) -> None:
    """First sent, first seen."""
    for order_number in range(3):
        await open_feed.send({"order": order_number})
    seen_messages = await collected(open_feed, 3)
    assert [message["order"] for message in seen_messages] == [0, 1, 2]


# plant: test async


async def test_a_closed_feed_refuses_messages(open_feed: Feed) -> None:
    """Nobody would read them."""
    # plant: body

    await open_feed.close()
    with pytest.raises(FeedClosed):
        await open_feed.send({})


async def test_two_readers_share_the_feed(open_feed: Feed) -> None:
    """Each message goes to one of them."""
    first_reader, second_reader = open_feed.reader(), open_feed.reader()
    await open_feed.send({"order": 1})
    await open_feed.send({"order": 2})
    seen_orders = await asyncio.gather(first_reader.next_message(), second_reader.next_message())
    assert {message["order"] for message in seen_orders} == {1, 2}


async def test_closing_wakes_who_waits(open_feed: Feed) -> None:
    """A reader does not wait for ever."""
    waiting_task = asyncio.create_task(open_feed.next_message())
    await open_feed.close()
    assert await waiting_task is None
