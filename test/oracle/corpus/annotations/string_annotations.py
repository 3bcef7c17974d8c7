from typing import Literal


def parse(text: 'Missing', mode: Literal['name', 'mode'] = 'name') -> 'dict[Missing, text]':
    value: 'Missing' = text
    return value


missing: 'int' = 1
