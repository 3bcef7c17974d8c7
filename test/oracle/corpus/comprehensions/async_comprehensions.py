async def gather(source):
    first = [item async for item in source]
    second = {await item for item in first}
    third = {key: value async for key, value in source if await key}
    fourth = (item async for item in source)
    fifth = [[inner async for inner in item] async for item in source]
    return first, second, third, fourth, fifth
