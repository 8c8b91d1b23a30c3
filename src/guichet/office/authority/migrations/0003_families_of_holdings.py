from django.db import migrations


def marks_are_of_marks(apps, schema_editor):
    """Every file held so far is a trademark: what is opened later says its right as it is projected."""
    apps.get_model('authority', 'Holding').objects.filter(family='', stream__startswith='trademark/').update(
        family='trademark'
    )


class Migration(migrations.Migration):

    dependencies = [
        ('authority', '0002_rules_grants_mandates'),
    ]

    operations = [
        migrations.RunPython(marks_are_of_marks, migrations.RunPython.noop),
    ]
