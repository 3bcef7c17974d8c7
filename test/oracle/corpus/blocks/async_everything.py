async def f(x):
    async for a in x: await a
    async for a, *b in x: await b
    async with x as c, x as (d, e): pass
    async with (x as c, x as (d, e)): pass
    async with (x, y): pass
    async with x: pass
    [g async for g in x]
    {h: i async for h, i in x if await i}
    {j async for j in await x}
    (k async for k in x for l in k async for m in l)
    [await n for n in x]
    [o for o in await x]
    return await (await x)(await y)
    await x ** await y
    await (-x)
    lambda: (await_)
    async def inner(): nonlocal x; x = await x
    async def gen():
        yield await x
        yield
        z = yield
    class A:
        async def m(self, x=x): return await x
        y = [x for x in x]
    for async_ in x: pass
    try: await x
    except await_ as e: await e
    finally: await x
    if await x: pass
    while await x: pass
    assert await x, await y
    raise await x from await y
    del (await x).y, (await x)[await y]
    (await x).y = await z
    f"{await x}{await y!r:{await z}}"
    return [z async for z in f() if z async for w in z]
    match await x:
        case await_: pass
async def g(): pass
