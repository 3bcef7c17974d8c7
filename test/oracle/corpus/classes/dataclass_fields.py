from dataclasses import dataclass, field


@dataclass
class Order:
    lines: list = field(default_factory=list)
    total: int = 0
    paid: bool = False
    lines_count: int = field(default=total)

    def add(self, line: 'Line', total: int = total) -> None:
        self.lines.append((line, total))
