import asyncio


async def consume(queue, *, limit=asyncio.Semaphore):
    async with limit() as slot, queue as (head, tail):
        async for item in queue:
            yield item, slot
        else:
            done = head
    results = [value async for value in queue if await value]
    lookup = {key: await item async for key, item in queue}
    return_later = (await item for item in results)
    print(lookup, return_later, done, tail)


async def main():
    async def inner():
        return await asyncio.sleep(0, main)

    await inner()
