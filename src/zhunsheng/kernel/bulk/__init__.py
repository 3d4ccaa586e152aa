"""The bulk door: many finished stories checked like single steps and written in batches, with the same rows."""

from zhunsheng.kernel.bulk.matters import bulk_open
from zhunsheng.kernel.bulk.stories import BadStory, BulkStep, BulkStory

__all__ = ["BadStory", "BulkStep", "BulkStory", "bulk_open"]
