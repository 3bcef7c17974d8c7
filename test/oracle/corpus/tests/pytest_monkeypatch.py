import shop


def test_price(monkeypatch, tmp_path, capsys):
    calls = []

    def fake_price(item, *, currency='EUR'):
        calls.append((item, currency))
        return 3

    monkeypatch.setattr(shop, 'price', fake_price)
    monkeypatch.setattr('shop.rate', lambda currency: len(calls))
    shop.report(tmp_path / 'out')
    out, err = capsys.readouterr()
    assert (out, err) == ('3\n', '')
    assert [item for item, _ in calls] == ['pen']
