"""Values as the screens say them."""

from zhunsheng.desk.words import shown
from zhunsheng.kernel.models import Matter


def test_a_person_is_never_shown_by_the_name_of_a_unit_with_the_same_key(world):
    person = world.person("justice")
    names = {person.pk: "样例区国防动员办公室", world.unit["east"].pk: "东街道"}
    assert shown(Matter._meta.get_field("handler"), person.pk, names) == str(person)
    assert shown(Matter._meta.get_field("unit"), world.unit["east"].pk, names) == "东街道"
