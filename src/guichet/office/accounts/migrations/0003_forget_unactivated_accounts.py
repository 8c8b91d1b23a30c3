"""Accounts that nobody had activated: from here on they are sign-ups, and their links were signed otherwise."""

from django.db import migrations


def forget(apps, schema_editor):
    apps.get_model("accounts", "User").objects.filter(is_active=False, activation_due_at__isnull=False).delete()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_add_roles_and_rights_examined")]
    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
