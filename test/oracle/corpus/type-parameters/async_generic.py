async def fetch[T](source: AsyncIterator[T]) -> list[T]:
    return [item async for item in source]


class Client:
    async def get[T: (str, bytes)](self, kind: type[T]) -> T:
        return await kind()
