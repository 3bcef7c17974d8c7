import asyncio

import pytest


@pytest.mark.asyncio
async def test_queue():
    queue = asyncio.Queue()

    async def produce():
        for number in range(3):
            await queue.put(number)

    async with asyncio.TaskGroup() as group:
        task = group.create_task(produce())
    received = [await queue.get() for _ in range(3)]
    assert received == [0, 1, 2] and task.done()
