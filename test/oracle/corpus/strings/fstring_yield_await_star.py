async def send(channel, *parts):
    print(f'{await channel} {*parts, channel}')
    print(f'{[await part for part in parts]}')


def produce(value):
    received = f'{yield value} {(yield)}'
    return received
