"""Parcels whose last leg fails."""

from depot.tests.functional import harness


class FailedArrivalStockCleanupTestCase(harness.StockUsageTestCase):
    """Repacking a parcel fails at the depot that it is sent to.

    A parcel that is repacked leaves its depot and fails on arrival. The stock
    that was set aside for it has to follow the parcel in the ledger, and what
    was held at the depot that it left has to be given back.
    """

    carrier = 'fake.CarrierFailsOnArrival'

    def setUp(self):
        super().setUp()
        # Get the crates we're going to use.
        crates = self.api.get_crates()
        self.crate1 = crates[0]
        self.crate2 = crates[1]

    def _repack_and_assert_lost(self, parcel, dest_depot):
        # The parcel goes to LOST because the carrier of the second depot
        # refuses everything that arrives.
        order = {'repack': {'crate': self.crate2['id']}}
        self.api.post_parcel_order(parcel['id'], order)
        # The parcel is LOST before its fault is written down, so to avoid a
        # race we wait for the transport, which fails after that.
        self._wait_for_transport_state(parcel, ['failed'])
        parcel = self._wait_for_parcel_state(parcel, 'LOST')
        # The ledger already names $dest_depot: the parcel is handed over
        # before the carrier is asked to take it in.
        self.assertEqual(dest_depot, parcel['depot'])
        # CarrierFailsOnArrival raises DockClosed.
        self.assertIn('The dock is closed', parcel['fault']['message'])

    def test_failed_arrival_moves_stock(self):
        # Open two depots so we can repack from one to the other.
        self._open_depot('north')
        self._open_depot('south')

        # Create a parcel at north.
        parcel = self._create_and_check_stock(self.crate1, 'north')

        # Repack to south, which should fail.
        self._repack_and_assert_lost(parcel, 'south')

        # Look at the stock that is set aside. The ledger has the parcel in
        # the south now, so the stock there is that of the new crate.
        src_ledger_id = self._ledger_id_of_depot('north')
        dest_ledger_id = self._ledger_id_of_depot('south')
        self.assertCrateMatchesStock(self.crate2, parcel['id'], dest_ledger_id)
        # And nothing is left in the north.
        usages = self._usages_of_ledger(src_ledger_id)
        self.assertEqual({'SHELF': 0, 'WEIGHT': 0}, usages)
