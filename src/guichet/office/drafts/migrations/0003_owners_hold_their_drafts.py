from django.db import migrations


def owners_hold(apps, schema_editor):
    for draft in apps.get_model('drafts', 'Draft').objects.filter(holder='').select_related('owner').iterator():
        draft.holder = f'account:{draft.owner.public_id}'
        draft.save(update_fields=['holder'])


class Migration(migrations.Migration):

    dependencies = [
        ('drafts', '0002_hold_by_organisation'),
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.RunPython(owners_hold, migrations.RunPython.noop),
    ]
