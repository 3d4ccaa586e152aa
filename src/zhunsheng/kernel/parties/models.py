"""Party, somebody's part in one matter. Nothing here leads from a person to their other matters."""

from typing import ClassVar

from django.db import models

from zhunsheng.kernel.matters.models import Matter
from zhunsheng.kernel.parties.numbers import mask_name, mask_number
from zhunsheng.kernel.parties.secrecy import decrypt

PROTECTED = {"id_number": "证件号码", "phone": "电话"}
"""Names of what is encrypted. The columns are ``<name>_secret`` and ``<name>_index``."""


class Party(models.Model):
    """A person or organisation in the role that the kind of matter gives them.

    Identity or credit number and telephone are encrypted; the indexes find exact values within one kind of matter
    only. ``sequence`` is the journal line that brought the party in. ``parties.preparing`` makes them.
    """

    class Kind(models.TextChoices):
        PERSON = "person", "自然人"
        ORGANISATION = "organisation", "法人或者其他组织"

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="parties")
    sequence = models.PositiveIntegerField(default=1)
    role = models.CharField("身份", max_length=40)
    kind = models.CharField("类别", max_length=12, choices=Kind, default=Kind.PERSON)
    name = models.CharField("姓名或者名称", max_length=100)
    address = models.CharField("地址", max_length=200, blank=True)
    id_number_secret = models.BinaryField(null=True)
    id_number_index = models.CharField(max_length=64, blank=True)
    phone_secret = models.BinaryField(null=True)
    phone_index = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "当事人"
        ordering: ClassVar = ["matter_id", "pk"]
        indexes: ClassVar = [
            models.Index(fields=[f"{name}_index"], name=f"party_{name}", condition=~models.Q(**{f"{name}_index": ""}))
            for name in PROTECTED
        ]

    def __str__(self) -> str:
        return f"{self.role_title} {self.shown_name}"

    @property
    def role_title(self) -> str:
        return self.matter.declared.parties.get(self.role, self.role)

    @property
    def shown_name(self) -> str:
        """The name as lists show it: masked for a person, whole for an organisation."""
        return mask_name(self.name) if self.kind == self.Kind.PERSON else self.name

    @property
    def shown_id_number(self) -> str:
        """Masked for a person; credit codes of organisations are public."""
        number = self.clear("id_number")
        return mask_number(number) if self.kind == self.Kind.PERSON else number

    @property
    def shown_phone(self) -> str:
        return mask_number(self.clear("phone"))

    def clear(self, name: str) -> str:
        """The protected value in clear, for masking and printing. To show it to a person use ``reveal``."""
        secret = getattr(self, f"{name}_secret")
        return decrypt(bytes(secret), name) if secret else ""
