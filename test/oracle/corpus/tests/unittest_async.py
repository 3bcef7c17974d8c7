import unittest


class ClientTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.client = await connect(timeout := 3)
        self.timeout = timeout

    async def test_pages(self):
        pages = {page.number: page async for page in self.client if page}
        async with self.client as session:
            self.assertEqual(await session.count(), len(pages))
