from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("notices", "0003_letters_follow_their_file")]

    operations = [
        migrations.RemoveIndex(
            model_name='notice',
            name='notices_inbox',
        ),
        migrations.RemoveField(
            model_name='notice',
            name='emailed_at',
        ),
        migrations.RemoveField(
            model_name='notice',
            name='recipient',
        ),
        migrations.AddConstraint(
            model_name='notice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('opened_at__isnull', True), ('opened_by', '')), models.Q(('opened_at__isnull', False), models.Q(('opened_by', ''), _negated=True)), _connector='OR'), name='notices_opened_by_someone', violation_error_message="Un courrier ouvert l'a été par quelqu'un."),
        ),
    ]
