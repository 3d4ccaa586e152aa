"""The bulk door: many finished stories checked like single steps and written in batches, with the same rows."""

from zhunsheng.kernel.bulk.listed import bulk_enter, bulk_record
from zhunsheng.kernel.bulk.matters import bulk_open
from zhunsheng.kernel.bulk.stories import BadStory, BulkRow, BulkStep, BulkStory

__all__ = ["BadStory", "BulkRow", "BulkStep", "BulkStory", "bulk_enter", "bulk_open", "bulk_record"]
