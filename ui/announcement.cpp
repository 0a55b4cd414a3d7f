#include "ui/announcement.h"

#include "ui/accessiblerole.h"

#include <QAccessible>
#include <QWidget>

namespace
{

constexpr QLatin1StringView name("announcement");

// Never seen.
QWidget *announcer(QWidget *window)
{
    if (auto *known = window->findChild<QWidget *>(name, Qt::FindDirectChildrenOnly))
        return known;
    auto *made = new QWidget(window);
    made->hide();
    made->setObjectName(name);
    setAccessibleRole(made, QAccessible::Notification);
    return made;
}

}

// Qt (6.4) has no announcements. Of its alerts it says nothing on Linux; but what Orca reads there is a
// notification that appears.
void announce(QWidget *place, const QString &sentence)
{
    QWidget *heard = announcer(place->window());
    heard->setAccessibleName(sentence);
    for (const QAccessible::Event kind : {QAccessible::Alert, QAccessible::ObjectShow}) {
        QAccessibleEvent event(heard, kind);
        QAccessible::updateAccessibility(&event);
    }
}
