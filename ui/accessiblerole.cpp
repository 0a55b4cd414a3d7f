#include "ui/accessiblerole.h"

#include <QAccessibleWidget>
#include <QWidget>

constexpr const char *property = "accessibleRole";

namespace
{

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = object ? object->property(property) : QVariant();
    return widget && role.isValid()
               ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()))
               : nullptr;
}

}

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    widget->setProperty(property, static_cast<int>(role));
    QAccessible::installFactory(&make); // once, however often
}
