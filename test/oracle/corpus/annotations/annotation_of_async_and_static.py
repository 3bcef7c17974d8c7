class Client:
    Response = dict

    async def get(self, path: str) -> Response:
        response: Response = await self.send(path)
        return response

    @staticmethod
    async def send(path: str = Response, *, timeout: Response = None) -> 'Response':
        return path
